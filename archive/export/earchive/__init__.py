"""The archive as a delivery to an e-archive: CITS ERMS 3 inside an E-ARK package (CSIP 2.1).

Both are what Riksarkivet's FGS Ärendehantering 2.0 and FGS Paketstruktur 2.0 build upon.
"""
