package io.fluxj.cli.create;

import io.fluxj.cli.frame.CommandFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every {@code create} is told. */
final class CreateFlags {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The object's name.")
    private String name = "";

    @Option(names = "--interval", paramLabel = "DURATION", description = "How often it is looked at. Default: 1m.")
    private Duration interval = Duration.ofMinutes(1);

    @Option(names = "--export", description = "Write the object to standard output and do nothing else.")
    private boolean export;

    @Option(
            names = "--label",
            split = ",",
            paramLabel = "KEY=VALUE",
            description = "A label of the object; may be repeated.")
    private List<String> labels = List.of();

    /** The name, which is missing or wrong otherwise. */
    String name() {
        if (name.isEmpty()) {
            throw new CommandFailure("name is required");
        }
        if (!NAME.matcher(name).matches()) {
            throw new CommandFailure("name '" + name + "' is invalid, it should adhere to standard defined in RFC 1123,"
                    + " the name can only contain alphanumeric characters or '-'");
        }
        return name;
    }

    Duration interval() {
        return interval;
    }

    boolean export() {
        return export;
    }

    Map<String, String> labels() {
        Map<String, String> all = new TreeMap<>();
        for (String label : labels) {
            int equal = label.indexOf('=');
            if (equal < 1) {
                throw new CommandFailure("invalid label format '" + label + "', must be key=value");
            }
            all.put(
                    label.substring(0, equal).strip(),
                    label.substring(equal + 1).strip());
        }
        return all;
    }
}
