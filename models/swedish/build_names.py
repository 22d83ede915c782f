"""Writes names.tsv from the name lists of Faker: `python -m models.swedish.build_names` (dev extra).

Faker (MIT) keeps lists of names drawn from the countries' own statistics; the Swedish one comes from
Statistics Sweden. Names of the countries that people in Sweden most often have names from are taken too,
but for those that are common Swedish words ("Till", "Alla"). Names that went out of use are added by hand.
"""

from __future__ import annotations

import csv
import io
import re
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from models.swedish.lexicon import lexicon

LOCALES = (
    "sv_SE", "fi_FI", "no_NO", "da_DK", "de_DE", "en_GB", "et_EE", "hr_HR", "pl_PL", "tr_TR", "es_ES",
    "hu_HU", "it_IT", "fr_FR", "nl_NL", "sl_SI", "cs_CZ",
)  # fmt: skip
EARLIER = tuple(
    """
    Adolfina Agaton Agda Albertina Aleida Alfhild Alfrid Alida Alvar Alvida Amandus Andreas Annette Apollonia
    Arthur Arvida Augustin Axelina Beda Blenda Börje Carolina Cristina Dagfrid Disa Edla Efraim Ejnar Elfrida
    Elias Elida Elis Engelbrekt Enok Ernfrid Eufemia Evelina Frans Fridolf Fritiof Fritjof Fromhold Germund
    Gideon Gottlieb Gunborg Gustava Göta Halvar Halvard Henrika Hildur Hilmer Hulda Isidor Jakobina Jeremias
    Johannes Josefina Josua Justus Jöns Kaleb Karolina Kjell Klas Konstantin Laurentius Levina Linus Lovis
    Mathilda Matts Mauritz Måns Naemi Nanny Natanael Nikolaus Nore Olaus Orvar Ossian Ottiliana Paulina Pehr
    Petronella Petrus Pontus Rakel Rebecka Rudolfina Rutger Salomon Sanfrid Sara Selim Set Severin Signhild
    Sivert Stina Svante Swen Sölve Tekla Teodora Thorbjörn Thyra Tobias Torborg Torfrid Torvald Truls Tryggve
    Ture Ulrika Valentin Valfrid Verna Vilhelmina Viran Wendla Werner Wilhelmina Zakarias Åskar Östen
    """.split()  # noqa: SIM905
)
"""Given names of the 1800s and early 1900s that few bear today, so that today's lists lack them."""
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ\u0100-\u017f][a-zà-öø-ÿ\u0100-\u017f]+")


def given_and_family() -> tuple[set[str], set[str]]:
    """Given names of all the countries, family names of Sweden's."""
    given: set[str] = set()
    family: set[str] = set()
    common = lexicon().is_common
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for field in ("first_names", "first_names_female", "first_names_male"):
            names = {str(name) for name in getattr(provider, field, ())}
            given |= {name for name in names if locale == "sv_SE" or not common(name)}
        if locale == "sv_SE":
            family |= {str(name) for name in provider.last_names}
    given |= set(EARLIER)
    return {n for n in given if _LATIN.fullmatch(n)}, {n for n in family if _LATIN.fullmatch(n)}


def main() -> None:
    """Write the table."""
    given, family = given_and_family()
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(("name", "use"))
    writer.writerows((name, "given") for name in sorted(given))
    writer.writerows((name, "family") for name in sorted(family))
    Path(str(files("models.swedish").joinpath("names.tsv"))).write_text(out.getvalue(), "utf-8")


if __name__ == "__main__":
    main()
