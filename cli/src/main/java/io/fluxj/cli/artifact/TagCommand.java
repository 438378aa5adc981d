package io.fluxj.cli.artifact;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.oci.Reference;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tag artifact}: other tags lead to the same artifact. */
@Command(name = "artifact", description = "Give an OCI artifact more tags.")
final class TagCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final RegistryFlags registry = new RegistryFlags();

    @Parameters(index = "0", paramLabel = "URL", description = "oci://HOST/PATH:TAG")
    private String url = "";

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "A tag that it gets; may be repeated.")
    private List<String> tags = List.of();

    TagCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws RegistryException, InterruptedException {
        Reference reference = ArtifactUrl.reference(url);
        if (tags.isEmpty()) {
            throw new CommandFailure("--tag is required");
        }
        List<Reference.Tag> targets =
                tags.stream().map(tag -> tag(reference.repository(), tag)).toList();
        session.terminal().action("tagging artifact");
        try (HttpRegistry opened = registry.open(session, reference.repository())) {
            for (Reference.Tag target : targets) {
                var _ = opened.tag(reference, target);
                session.terminal().success("artifact tagged as %s".formatted(target));
            }
        }
        return 0;
    }

    private static Reference.Tag tag(Repository repository, String tag) {
        try {
            return new Reference.Tag(repository, tag);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
