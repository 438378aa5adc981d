package io.fluxj.cli.create;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create image repository}. */
@Command(name = "repository", description = "Create or change an ImageRepository.")
final class ImageRepositoryCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--image", paramLabel = "HOST/PATH", description = "The image, without a tag.")
    private String image = "";

    @Option(names = "--secret-ref", paramLabel = "NAME", description = "A Secret with the registry's credentials.")
    private String secretRef = "";

    @Option(names = "--cert-ref", paramLabel = "NAME", description = "A Secret with certificates.")
    private String certRef = "";

    @Option(names = "--scan-timeout", paramLabel = "DURATION", description = "How long a scan may take.")
    private @Nullable Duration timeout;

    ImageRepositoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Required.flag("an image repository (--image)", image);
        if (image.contains("://") || image.contains("@") || image.lastIndexOf(':') > image.lastIndexOf('/')) {
            throw new CommandFailure("--image '" + image + "' must be HOST/PATH, without a scheme, a tag or a digest");
        }
        Spec spec = Spec.empty()
                .text("image", image)
                .duration("interval", flags.interval())
                .duration("timeout", Optional.ofNullable(timeout))
                .reference("secretRef", secretRef)
                .reference("certSecretRef", certRef);
        return new Creation(session, flags, FluxKind.IMAGE_REPOSITORY).of(spec);
    }
}
