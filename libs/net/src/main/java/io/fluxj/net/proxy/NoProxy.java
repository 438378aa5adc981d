package io.fluxj.net.proxy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that are reached directly: names with all below them ({@code example.com}), what is below a name ({@code .example.com}, {@code *.example.com}),
 * addresses, networks ({@code 10.0.0.0/8}), each but the last with a port if wanted; {@code *} for all. This machine always is.
 */
record NoProxy(List<Rule> rules) {
    private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})$");

    private sealed interface Rule {
        boolean matches(Target target);
    }

    private record Everything() implements Rule {
        @Override
        public boolean matches(Target target) {
            return true;
        }
    }

    private record Network(InetAddress base, int bits) implements Rule {
        @Override
        public boolean matches(Target target) {
            return target.address().filter(this::holds).isPresent();
        }

        private boolean holds(InetAddress address) {
            int length = base.getAddress().length;
            int ignored = length * 8 - bits;
            return address.getAddress().length == length
                    && number(address).shiftRight(ignored).equals(number(base).shiftRight(ignored));
        }

        private static BigInteger number(InetAddress address) {
            return new BigInteger(1, address.getAddress());
        }
    }

    private record Address(InetAddress address, String port) implements Rule {
        @Override
        public boolean matches(Target target) {
            return target.address().filter(address::equals).isPresent() && target.isAt(port);
        }
    }

    private record Domain(String suffix, boolean itself, String port) implements Rule {
        @Override
        public boolean matches(Target target) {
            boolean named =
                    target.host().endsWith(suffix) || (itself && target.host().equals(suffix.substring(1)));
            return named && target.isAt(port);
        }
    }

    private record Target(String host, String port) {
        Optional<InetAddress> address() {
            return NoProxy.address(host);
        }

        boolean isAt(String wanted) {
            return wanted.isEmpty() || wanted.equals(port);
        }
    }

    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.split(",", -1))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .map(NoProxy::rule)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Rule> rule(String entry) {
        if (entry.equals("*")) {
            return Optional.of(new Everything());
        }
        Optional<Rule> network = network(entry);
        if (network.isPresent()) {
            return network;
        }
        boolean bare = address(entry).isPresent(); // an address with colons of its own
        int colon = bare ? -1 : entry.lastIndexOf(':');
        String host = unbracketed(colon < 0 ? entry : entry.substring(0, colon));
        String port = colon < 0 ? "" : entry.substring(colon + 1);
        return address(host).<Rule>map(address -> new Address(address, port)).or(() -> domain(host, port));
    }

    private static Optional<Rule> domain(String name, String port) {
        String host = name.startsWith("*.") ? name.substring(1) : name;
        if (host.isEmpty() || host.equals(".")) {
            return Optional.empty();
        }
        boolean below = host.startsWith(".");
        return Optional.of(new Domain(below ? host : "." + host, !below, port));
    }

    private static Optional<Rule> network(String entry) {
        String[] parts = entry.split("/", 2);
        if (parts.length < 2 || !parts[1].matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(parts[1]);
        return address(parts[0])
                .filter(address -> bits <= address.getAddress().length * 8)
                .map(address -> new Network(address, bits));
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** {@link URI} itself knows neither host nor port where it deems the name wrong, such as {@code my_host:81}. */
    private static Target target(URI uri) {
        int standard = "https".equals(uri.getScheme()) ? 443 : 80;
        if (uri.getHost() != null || uri.getRawAuthority() == null) {
            String host = uri.getHost() == null ? "" : uri.getHost();
            return target(host, uri.getPort() < 0 ? standard : uri.getPort());
        }
        String place = uri.getRawAuthority().substring(uri.getRawAuthority().lastIndexOf('@') + 1);
        Matcher port = PORT.matcher(place);
        return port.find()
                ? target(place.substring(0, port.start()), Integer.parseInt(port.group(1)))
                : target(place, standard);
    }

    private static Target target(String host, int port) {
        return new Target(unbracketed(host.toLowerCase(Locale.ROOT)), String.valueOf(port));
    }

    boolean covers(URI uri) {
        Target target = target(uri);
        String host = target.host();
        return host.equals("localhost")
                || target.address().filter(InetAddress::isLoopbackAddress).isPresent()
                || rules.stream().anyMatch(rule -> rule.matches(target));
    }
}
