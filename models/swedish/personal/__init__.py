"""Personal numbers: personnummer and samordningsnummer, by checksum or by what stands around them."""
