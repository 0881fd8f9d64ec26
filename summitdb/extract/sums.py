"""Sums of money among units: "$2 billion", "150 mln dlrs", "2.9 billion yen", "INR 392.52 crore"."""

from __future__ import annotations

from dataclasses import dataclass

from summitdb.extract.units import Unit

SCALES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "crore": 1e7, "billion": 1e9, "bln": 1e9, "bn": 1e9,
          "trillion": 1e12, "trn": 1e12}  # fmt: skip
SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY"}
CURRENCIES = {
    "dollars": "USD", "dollar": "USD", "dlrs": "USD", "dlr": "USD", "usd": "USD", "euros": "EUR", "euro": "EUR", "eur": "EUR", "pounds": "GBP", "pound": "GBP", "stg": "GBP",
    "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "rupees": "INR", "inr": "INR", "rubles": "RUB", "roubles": "RUB", "ruble": "RUB",
    "rouble": "RUB", "won": "KRW", "marks": "DEM", "mark": "DEM", "francs": "FRF", "franc": "FRF", "riyals": "SAR", "dirhams": "AED", "ecus": "XEU", "ecu": "XEU", "lire": "ITL",
    "kronor": "SEK", "kroner": "NOK", "zloty": "PLN", "lira": "TRY", "tenge": "KZT", "manat": "AZN", "dinars": "KWD", "pesos": "MXN", "reais": "BRL", "rand": "ZAR",
    "shillings": "KES", "naira": "NGN", "guilders": "NLG", "pesetas": "ESP", "cedis": "GHS",
}  # fmt: skip
PREFIXES = {"us": "USD", "a": "AUD", "c": "CAD", "nz": "NZD", "s": "SGD", "hk": "HKD", "ca": "CAD", "r": "BRL"}


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum: units `begin` to `end` (exclusive), its amount in units of `currency` (ISO 4217)."""

    begin: int
    end: int
    amount: float
    currency: str


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return {"a": 1.0, "one": 1.0, "half": 0.5, "two": 2.0, "three": 3.0, "five": 5.0, "ten": 10.0}.get(text.lower())


def find_sum(units: list[Unit], begin: int, stop: int) -> Sum | None:
    """The first sum among units `begin` to `stop` (exclusive), or None."""
    i = max(0, begin)
    while i < min(stop, len(units)):
        unit = units[i]
        symbol = SYMBOLS.get(unit.text)
        if symbol is not None or unit.kind == "number" or unit.kind == "quantity" or unit.low in ("a", "one", "half"):
            found = _sum_at(units, i, symbol)
            if found is not None:
                return found
        i += 1
    return None


def _sum_at(units: list[Unit], at: int, symbol: str | None) -> Sum | None:
    i = at + (symbol is not None)
    if i >= len(units):
        return None
    words = [word for unit in units[i : i + 5] for word in unit.low.split(" ")] if units[i].kind != "quantity" else []
    value = _number(units[i].text)
    if value is None or not words:
        return None
    j, scaled = i + 1, False
    while j < len(units) and units[j].low in SCALES and j < i + 3:
        value *= SCALES[units[j].low]
        scaled = True
        j += 1
    before = units[at - 1] if at else None
    if symbol is not None:
        begin = at
        if before is not None and before.end == units[at].start and before.low in PREFIXES:
            symbol, begin = PREFIXES[before.low], at - 1
        return Sum(begin, j, value, symbol)
    if before is not None and before.low in ("inr", "usd", "eur", "rs") and scaled:
        return Sum(at - 1, j, value, {"rs": "INR"}.get(before.low, before.low.upper()))
    if j < len(units) and units[j].low in ("u.s", "us", "american", "canadian", "australian"):
        j += 1
    if j < len(units) and units[j].low in CURRENCIES:
        return Sum(at, j + 1, value, CURRENCIES[units[j].low])
    return None
