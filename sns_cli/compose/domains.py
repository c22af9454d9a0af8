"""What X takes for a domain name, in a URL and bare in a sentence."""

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Every ASCII code of two letters counts as a country. These are the other endings met
# in Japan; what is missing is counted the long way, never too short.
_GENERIC: Final = _words(
    """academy aero agency app art asia audio bank bar best bio biz blog blue book
    build business buzz cafe camp care careers cat center chat church city click
    cloud club coffee college com community company computer cool coop country date
    design dev digital direct directory earth edu education email energy events
    exchange expert fan farm fashion film finance fish fit fm fun fund fyi gallery
    game games garden gift global gold goo google gov graphics green group guide
    guru health help history holiday host hosting house how icu inc info ink
    institute int international ist jobs kids kim kyoto land lgbt life link live llc
    loan lol love ltd management map market marketing media memorial men menu mil
    mobi moe moscow mov museum music nagoya name net network news ngo ninja nyc
    okinawa one online ong onl org osaka page paris parts party photo photography
    photos pics pictures pink place plus poker post press pro productions pub radio
    red rent report rest review reviews rocks run ryukyu sale school science sexy
    shop show site social software solutions space store studio style support surf
    systems talk tax team tech technology tel tickets tips today tokyo tools top
    tours town toyota toys trade training travel tube university uno vacations
    ventures video vip vision voyage watch webcam website wedding wiki win wine work
    works world wtf xin xxx xyz yachts yokohama yoga zip zone"""
)
_NATIVE: Final = _words(
    """みんな コム ストア セール ファッション グーグル クラウド ポイント 中国 中國
    台湾 台灣 香港 澳門 澳门 新加坡 公司 网络 한국 닷컴 닷넷 рф
    бел бг мкд мон срб укр қаз ελ ею გე հայ भारत বাংলা ভারত இந்தியா இலங்கை
    சிங்கப்பூர் ไทย ලංකා ລາວ ישראל پاکستان ایران الجزائر المغرب امارات السعودية عمان
    فلسطين قطر مصر تونس سورية الاردن سودان عراق مليسيا بھارت موريتانيا"""
)
# Endings of file names; without this, every "chirashi.pdf" would pass for a domain.
_FILES: Final = _words(
    """avi bmp bat css csv csh doc docm docx eps epub exe gif gzip htm html ics jpeg
    jpg js json jtd log mid mp3 mp4 mpeg mpg odp ods odt pdf php png ppt pptm pptx
    psd rtf svg tar tgz tif tiff toml txt wav webp wmv xls xlsm xlsx xml yaml yml"""
)
_LABEL_LIMIT: Final = 63
_HOST_LIMIT: Final = 253
_COUNTRY: Final = 2
_PUNYCODE: Final = "xn--"
_PURE_LABEL: Final = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?|[^\W_a-zA-Z]+"
)
_NATIVE_LABEL: Final = "|".join(sorted(_NATIVE, key=len, reverse=True))

BARE: Final = re.compile(
    # Nothing of a mail address or tag, and only from the start of a name.
    r"(?<![@#$A-Za-z0-9-])(?<![A-Za-z0-9-]\.)"
    rf"(?P<name>(?:[A-Za-z0-9À-ɏ-]++\.)+(?:[A-Za-z0-9-]++|{_NATIVE_LABEL}))"
    r"(?!@)(?P<path>/(?:[A-Za-z0-9!*';:=+,.$%#\[\]~@|&/_-]*[A-Za-z0-9=+#/_-])?)?"
)
"""What could be a domain name in a sentence, with a path."""


def is_host(host: str) -> bool:
    """Tell whether X takes ``host`` (ASCII or native labels) for a host name."""
    labels = host.split(".")
    if len(labels) < _COUNTRY or not is_ending(labels[-1]):
        return False
    if not all(map(_PURE_LABEL.fullmatch, labels)) or "_" in labels[-2]:
        return False
    encoded = list(map(_ascii_length, labels))
    return max(encoded) <= _LABEL_LIMIT and sum(encoded) + len(labels) <= _HOST_LIMIT


def is_ending(label: str) -> bool:
    """Tell whether a domain name may end in ``label``."""
    folded = label.lower()
    if folded in _GENERIC or folded in _NATIVE or folded.startswith(_PUNYCODE):
        return True
    return len(folded) == _COUNTRY and folded.isascii() and folded.isalpha()


def split_name(name: str) -> tuple[str, str] | None:
    """Split what :data:`BARE` found into the domain name X may see and the rest.

    None if there is no domain name in it: a file name, a number, an abbreviation.
    """
    labels = name.split(".")
    for last in range(len(labels) - 1, 0, -1):
        if _may_be_ending(labels[last]):
            return ".".join(labels[: last + 1]), "".join(labels[last + 1 :])
    return None


def may_be_host(host: str) -> bool:
    """Tell whether X may take ``host`` for a host name, though :func:`is_host` not."""
    labels = host.split(".")
    fits = all(0 < _ascii_length(label) <= _LABEL_LIMIT for label in labels)
    return fits and any(map(_may_be_ending, labels[1:]))


def _may_be_ending(label: str) -> bool:
    folded = label.lower()
    if is_ending(folded):
        return True
    long_enough = len(folded) > _COUNTRY
    return (
        long_enough and folded.isascii() and folded.isalpha() and folded not in _FILES
    )


def _ascii_length(label: str) -> int:
    if label.isascii():
        return len(label)
    return len(_PUNYCODE) + len(label.encode("punycode"))
