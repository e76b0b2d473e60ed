"""What does a passage count? Numerals, quantities, dates and periods."""

from zhnews.numbers.dates import DateMention, find_dates
from zhnews.numbers.finding import find_numbers
from zhnews.numbers.normalizing import normalize_numbers
from zhnews.numbers.numerals import NumeralError, format_numeral, parse_numeral
from zhnews.numbers.quantities import Quantity, find_quantities

__all__ = [
    "DateMention",
    "NumeralError",
    "Quantity",
    "find_dates",
    "find_numbers",
    "find_quantities",
    "format_numeral",
    "normalize_numbers",
    "parse_numeral",
]
