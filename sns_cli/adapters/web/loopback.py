"""Whether a host is this machine."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Tell whether a name or an address is this machine's, without asking the network.

    Args:
        host: as in an address of the web, an IPv6 address without its brackets.
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
