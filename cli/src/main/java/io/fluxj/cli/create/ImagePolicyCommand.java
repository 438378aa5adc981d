package io.fluxj.cli.create;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create image policy}. */
@Command(name = "policy", description = "Create or change an ImagePolicy.")
final class ImagePolicyCommand implements Callable<Integer> {
    private static final List<String> ORDERS = List.of("asc", "desc");

    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--image-ref", paramLabel = "NAME", description = "The ImageRepository.")
    private String image = "";

    @Option(names = "--select-semver", paramLabel = "RANGE", description = "The highest version in this range.")
    private String semver = "";

    @Option(names = "--select-alpha", paramLabel = "ORDER", description = "The last tag by letters: asc or desc.")
    private String alphabetical = "";

    @Option(names = "--select-numeric", paramLabel = "ORDER", description = "The last tag by number: asc or desc.")
    private String numerical = "";

    @Option(names = "--filter-regex", paramLabel = "PATTERN", description = "Only tags that match.")
    private String pattern = "";

    @Option(names = "--filter-extract", paramLabel = "TEMPLATE", description = "What of a match counts: '$version'.")
    private String extract = "";

    @Option(names = "--reflect-digest", paramLabel = "POLICY", description = "Never, IfNotPresent or Always.")
    private String reflect = "";

    ImagePolicyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Required.flag("the name of an ImageRepository in the namespace (--image-ref)", image);
        Required.oneOf("--reflect-digest", reflect, "Never", "IfNotPresent", "Always");
        if (Stream.of(semver, alphabetical, numerical)
                        .filter(given -> !given.isEmpty())
                        .count()
                != 1) {
            throw new CommandFailure(
                    "a policy must be provided with either --select-semver, --select-alpha or --select-numeric");
        }
        check();
        Spec spec = Spec.empty()
                .reference("imageRepositoryRef", image)
                .text("policy.semver.range", semver)
                .text("policy.alphabetical.order", alphabetical)
                .text("policy.numerical.order", numerical)
                .text("filterTags.pattern", pattern)
                .text("filterTags.extract", extract)
                .text("digestReflectionPolicy", reflect);
        if (reflect.equals("Always")) {
            spec.duration("interval", flags.interval());
        }
        return new Creation(session, flags, FluxKind.IMAGE_POLICY).of(spec);
    }

    private void check() {
        Required.oneOf("--select-alpha", alphabetical, ORDERS.toArray(String[]::new));
        Required.oneOf("--select-numeric", numerical, ORDERS.toArray(String[]::new));
        if (!extract.isEmpty() && pattern.isEmpty()) {
            throw new CommandFailure("cannot specify --filter-extract without specifying --filter-regex");
        }
        try {
            if (!semver.isEmpty()) {
                var _ = Constraint.parse(semver);
            }
            var _ = Pattern.compile(pattern);
        } catch (InvalidConstraintException | PatternSyntaxException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
