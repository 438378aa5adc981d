package io.fluxj.cli.artifact;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Table;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code list artifacts}: what is in a repository. */
@Command(name = "artifacts", aliases = "artifact", description = "List the OCI artifacts of a repository.")
final class ListCommand implements Callable<Integer> {
    private static final int SHOWN = 1000;

    private final Session session;

    @Mixin
    private final RegistryFlags registry = new RegistryFlags();

    @Parameters(index = "0", paramLabel = "URL", description = "oci://HOST/PATH")
    private String url = "";

    @Option(names = "--filter-semver", paramLabel = "RANGE", description = "Only tags that are versions in this range.")
    private String range = "";

    @Option(names = "--filter-regex", paramLabel = "PATTERN", description = "Only tags that match this expression.")
    private String pattern = "";

    ListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws RegistryException, InterruptedException {
        Repository repository = ArtifactUrl.repository(url);
        List<List<String>> rows = new ArrayList<>();
        try (HttpRegistry opened = registry.open(session, repository)) {
            for (String tag : chosen(opened.tags(repository))) {
                rows.add(row(repository.tag(tag).toString(), opened.image(repository.tag(tag))));
            }
        }
        Table table = Table.of(List.of("Artifact", "Digest", "Source", "Revision"));
        rows.forEach(table::row);
        table.print(session.terminal().out());
        return 0;
    }

    private static List<String> row(String name, Manifest.Image image) {
        return List.of(
                name,
                image.digest().toString(),
                image.annotations().getOrDefault(ArtifactManifest.SOURCE, ""),
                image.annotations().getOrDefault(ArtifactManifest.REVISION, ""));
    }

    private List<String> chosen(List<String> tags) {
        List<String> matching = tags.stream().filter(matcher()).toList();
        List<String> sorted = range.isEmpty()
                ? matching.stream().sorted(Comparator.reverseOrder()).toList()
                : inRange(matching);
        return sorted.stream().limit(SHOWN).toList();
    }

    private Predicate<String> matcher() {
        try {
            Pattern wanted = Pattern.compile(pattern);
            return tag -> wanted.matcher(tag).find();
        } catch (PatternSyntaxException wrong) {
            throw new CommandFailure("--filter-regex: " + wrong.getMessage(), wrong);
        }
    }

    private List<String> inRange(List<String> tags) {
        Constraint wanted = constraint();
        return tags.stream()
                .flatMap(tag -> Version.parse(tag).stream())
                .filter(wanted::allows)
                .sorted(Version.PRECEDENCE.reversed())
                .map(Version::original)
                .toList();
    }

    private Constraint constraint() {
        try {
            return Constraint.parse(range);
        } catch (InvalidConstraintException wrong) {
            throw new CommandFailure("--filter-semver: " + wrong.getMessage(), wrong);
        }
    }
}
