package io.fluxj.cli.create;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create image update}. */
@Command(name = "update", description = "Create or change an ImageUpdateAutomation.")
final class ImageUpdateCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--git-repo-ref", paramLabel = "NAME", description = "The GitRepository that is written to.")
    private String repository = "";

    @Option(names = "--git-repo-namespace", paramLabel = "NAME", description = "Its namespace, when that is another.")
    private String repositoryNamespace = "";

    @Option(names = "--git-repo-path", paramLabel = "FOLDER", description = "The folder that is updated.")
    private String path = "";

    @Option(names = "--checkout-branch", paramLabel = "NAME", description = "The branch that is read.")
    private String checkoutBranch = "";

    @Option(
            names = "--push-branch",
            paramLabel = "NAME",
            description = "The branch that is written, when that is another.")
    private String pushBranch = "";

    @Option(names = "--commit-template", paramLabel = "TEMPLATE", description = "The message of commits.")
    private String template = "";

    @Option(names = "--author-name", paramLabel = "NAME", description = "Who commits.")
    private String authorName = "";

    @Option(names = "--author-email", paramLabel = "ADDRESS", description = "The address of whoever commits.")
    private String authorEmail = "";

    @Option(names = "--signing-key-secret", paramLabel = "NAME", description = "A Secret with the key that signs.")
    private String signingSecret = "";

    @Option(names = "--signing-key-type", paramLabel = "TYPE", description = "gpg or ssh.")
    private String signingType = "";

    ImageUpdateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Required.flag("a reference to a GitRepository (--git-repo-ref)", repository);
        Required.flag("the Git repository branch (--checkout-branch)", checkoutBranch);
        Required.flag("the author's name (--author-name)", authorName);
        Required.flag("the author's email (--author-email)", authorEmail);
        Required.oneOf("--signing-key-type", signingType, "gpg", "ssh");
        String namespace = repositoryNamespace.equals(session.namespace()) ? "" : repositoryNamespace;
        Spec spec = Spec.empty()
                .duration("interval", flags.interval())
                .text("sourceRef.kind", FluxKind.GIT_REPOSITORY.kind())
                .text("sourceRef.name", repository)
                .text("sourceRef.namespace", namespace)
                .text("git.checkout.ref.branch", checkoutBranch)
                .text("git.commit.author.name", authorName)
                .text("git.commit.author.email", authorEmail)
                .text("git.commit.messageTemplate", template)
                .reference("git.commit.signingKey.secretRef", signingSecret)
                .text("git.commit.signingKey.type", signingSecret.isEmpty() ? "" : signingType)
                .text("git.push.branch", pushBranch);
        if (!path.isEmpty()) {
            spec.text("update.path", path).text("update.strategy", "Setters");
        }
        return new Creation(session, flags, FluxKind.IMAGE_UPDATE).of(spec);
    }
}
