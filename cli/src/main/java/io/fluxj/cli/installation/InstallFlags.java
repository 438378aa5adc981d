package io.fluxj.cli.installation;

import io.fluxj.cli.Version;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.kind.Nearest;
import io.fluxj.deploy.CommonFlags;
import io.fluxj.deploy.Controller;
import io.fluxj.deploy.Images;
import io.fluxj.deploy.InstallSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is installed, as {@code install} and {@code bootstrap} are told. */
public final class InstallFlags {
    private static final List<String> LEVELS = List.of("trace", "debug", "info", "error");

    @Option(
            names = {"-v", "--version"},
            paramLabel = "VERSION",
            description = "Version of the controllers' images; latest is that of this program.")
    private String version = "latest";

    @Option(
            names = "--components",
            split = ",",
            paramLabel = "NAMES",
            description =
                    "The controllers. Default: source-controller,kustomize-controller,helm-controller,notification-controller.")
    private List<String> components =
            Controller.usual().stream().map(Controller::objectName).toList();

    @Option(
            names = "--components-extra",
            split = ",",
            paramLabel = "NAMES",
            description = "More controllers: image-reflector-controller, image-automation-controller, source-watcher.")
    private List<String> extra = List.of();

    @Option(names = "--registry", paramLabel = "HOST/PATH", description = "Where the images are.")
    private String registry = Images.published().registry();

    @Option(
            names = "--registry-creds",
            paramLabel = "USER:PASSWORD",
            description = "To pull the images with; becomes the Secret that --image-pull-secret names.")
    private String registryCredentials = "";

    @Option(names = "--image-pull-secret", paramLabel = "NAME", description = "A Secret to pull the images with.")
    private String pullSecret = "";

    @Option(
            names = "--watch-all-namespaces",
            description = "Look at all namespaces; with =false only at that of the installation. Default: true.")
    private boolean watchAllNamespaces = true;

    @Option(names = "--log-level", paramLabel = "LEVEL", description = "trace, debug, info or error. Default: info.")
    private String logLevel = "info";

    @Option(names = "--network-policy", description = "Deny what the controllers do not need. Default: true.")
    private boolean networkPolicy = true;

    @Option(
            names = "--cluster-domain",
            paramLabel = "DOMAIN",
            description = "The cluster's domain. Default: cluster.local.")
    private String clusterDomain = "cluster.local";

    @Option(
            names = "--toleration-keys",
            split = ",",
            paramLabel = "KEYS",
            description = "Taints with these keys are tolerated.")
    private List<String> tolerationKeys = List.of();

    @Option(
            names = "--force",
            description = "Go on although the cluster has an installation that something else keeps.")
    private boolean force;

    /** The settings for a namespace. */
    public InstallSettings settings(String namespace) {
        if (!LEVELS.contains(logLevel)) {
            throw new CommandFailure("--log-level must be one of " + String.join(", ", LEVELS) + ", not " + logLevel);
        }
        if (!registryCredentials.isEmpty() && pullSecret.isEmpty()) {
            throw new CommandFailure("--registry-creds needs --image-pull-secret: the name of the Secret to be made");
        }
        try {
            return InstallSettings.usual()
                    .withNamespace(namespace)
                    .withControllers(controllers())
                    .withImages(new Images(registry, tag(), pullSecret))
                    .withFlags(new CommonFlags(watchAllNamespaces, logLevel, clusterDomain))
                    .withNetworkPolicies(networkPolicy)
                    .withTolerationKeys(tolerationKeys);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** The controllers that are asked for. */
    public Set<Controller> controllers() {
        EnumSet<Controller> all = EnumSet.noneOf(Controller.class);
        Stream.concat(components.stream(), extra.stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(InstallFlags::controller)
                .forEach(all::add);
        if (all.isEmpty()) {
            throw new CommandFailure("--components names no controller");
        }
        return all;
    }

    /** The controller of a name; a failure tells the nearest. */
    public static Controller controller(String name) {
        return Controller.named(name)
                .orElseThrow(() -> new CommandFailure("component '" + name + "' is not available"
                        + Nearest.hint(
                                name,
                                Stream.of(Controller.values())
                                        .map(Controller::objectName)
                                        .toList())));
    }

    private String tag() {
        if (version.equals("latest")) {
            return Images.published().tag();
        }
        return version.startsWith("v") || !Character.isDigit(version.charAt(0)) ? version : "v" + version;
    }

    /** The version, for messages. */
    public String version() {
        return version.equals("latest") ? Version.current() : tag();
    }

    /** Name and password for the images; empty for none. */
    public PullSecret pullSecret() {
        return new PullSecret(pullSecret, registry, registryCredentials);
    }

    /** Whether to go on where something else keeps the installation. */
    public boolean force() {
        return force;
    }
}
