package dev.callsift.pipeline.channel;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which addresses may be sent to. A configured name may point anywhere, today or tomorrow, so what is checked is the address that is
 * about to be connected to. Networks that are not the public internet's are refused unless they are allowed.
 */
final class AddressPolicy {

    /** From the registries of special-purpose addresses (RFC 6890 and its updates), with multicast. */
    private static final List<IPAddress> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "::ffff:0:0/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(AddressPolicy::network)
            .toList();

    private final List<IPAddress> allowed;

    /** @param allowed networks that may be sent to although they are not public, such as {@code 10.0.0.0/8} */
    AddressPolicy(List<String> allowed) {
        this.allowed = allowed.stream().map(AddressPolicy::network).toList();
    }

    static boolean isNetwork(String text) {
        try {
            new IPAddressString(text).validate();
            return new IPAddressString(text).getAddress() != null;
        } catch (AddressStringException e) {
            return false;
        }
    }

    private static IPAddress network(String text) {
        return new IPAddressString(text).getAddress().toPrefixBlock();
    }

    /**
     * @param encrypted whether what is sent is; in the clear only to allowed networks
     * @throws AddressRefusedException when one of the addresses is not to be sent to
     */
    void check(String host, List<InetAddress> addresses, boolean encrypted) throws AddressRefusedException {
        for (InetAddress address : addresses) {
            IPAddress exact = new IPAddressGenerator().from(address);
            boolean permitted = within(allowed, exact) || (encrypted && !within(NOT_PUBLIC, exact));
            if (!permitted) {
                throw new AddressRefusedException(host, address, encrypted);
            }
        }
    }

    List<InetAddress> resolve(String host, boolean encrypted) throws UnknownHostException {
        List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
        check(host, addresses, encrypted);
        return addresses;
    }

    private static boolean within(List<IPAddress> networks, IPAddress address) {
        return networks.stream()
                .anyMatch(network -> network.getIPVersion() == address.getIPVersion() && network.contains(address));
    }

    /** An address is not to be sent to; fate: tried again, as names may point elsewhere tomorrow. */
    static final class AddressRefusedException extends UnknownHostException {

        AddressRefusedException(String host, InetAddress address, boolean encrypted) {
            super(String.format(
                    Locale.ROOT,
                    encrypted
                            ? "%s is at %s, which is not a public address; allow its network with"
                                    + " callsift.outbox.allowed-networks"
                            : "%s is at %s and would be sent to unencrypted; use https, or allow its network with"
                                    + " callsift.outbox.allowed-networks",
                    host,
                    address.getHostAddress()));
        }
    }
}
