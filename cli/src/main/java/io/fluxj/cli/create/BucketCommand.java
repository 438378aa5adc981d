package io.fluxj.cli.create;

import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.secret.SecretManifest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create source bucket}. */
@Command(
        name = "bucket",
        description = "Create or change a Bucket, and the Secret to read it with where that is asked for.")
final class BucketCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--provider", paramLabel = "NAME", description = "generic (default), aws, azure or gcp.")
    private String provider = "generic";

    @Option(names = "--bucket-name", paramLabel = "NAME", description = "The bucket.")
    private String bucket = "";

    @Option(names = "--endpoint", paramLabel = "HOST", description = "Where it is.")
    private String endpoint = "";

    @Option(names = "--access-key", paramLabel = "TEXT", description = "The access key; makes a Secret.")
    private String accessKey = "";

    @Option(names = "--secret-key", paramLabel = "TEXT", description = "The secret key.")
    private String secretKey = "";

    @Option(names = "--region", paramLabel = "NAME", description = "The region.")
    private String region = "";

    @Option(names = "--insecure", description = "Plain HTTP.")
    private boolean insecure;

    @Option(names = "--secret-ref", paramLabel = "NAME", description = "A Secret that is there.")
    private String secretRef = "";

    @Option(names = "--proxy-secret-ref", paramLabel = "NAME", description = "A Secret with the address of a proxy.")
    private String proxySecretRef = "";

    @Option(names = "--ignore-paths", split = ",", paramLabel = "PATTERNS", description = "Leave these files out.")
    private List<String> ignored = List.of();

    BucketCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String name = flags.name();
        Required.flag("bucket-name", bucket);
        Required.flag("endpoint", endpoint);
        Required.oneOf("--provider", provider, "generic", "aws", "azure", "gcp");
        if (accessKey.isEmpty() != secretKey.isEmpty()) {
            throw new CommandFailure("--access-key and --secret-key belong together");
        }
        boolean makesSecret = secretRef.isEmpty() && !flags.export() && !accessKey.isEmpty();
        Spec spec = Spec.empty()
                .text("bucketName", bucket)
                .text("provider", provider)
                .flag("insecure", insecure)
                .text("endpoint", endpoint)
                .text("region", region)
                .duration("interval", flags.interval())
                .reference("secretRef", makesSecret ? name : secretRef)
                .reference("proxySecretRef", proxySecretRef)
                .text("ignore", String.join("\n", ignored));
        return new Creation(session, flags, FluxKind.BUCKET).of(spec, () -> {
            if (makesSecret) {
                Map<String, String> keys = Map.of("accesskey", accessKey, "secretkey", secretKey);
                var _ = Applier.of(session).apply(SecretManifest.of(session.namespace(), name, "", keys));
                session.terminal().success("authentication configured");
            }
        });
    }
}
