package io.fluxj.runtime.options;

import io.fluxj.runtime.target.KubeconfigRules;
import java.util.List;
import picocli.CommandLine.Option;

/** Whose rights are used when an object names no service account. Source: flags-endpoints §1. */
public final class TenancyOptions {
    /** Needs {@link WorkloadIdentityGate}. */
    public static final String KUBECONFIG_ACCOUNT = "--default-kubeconfig-service-account";

    /** What {@link Profile#LOCKED_DOWN} makes of these flags. */
    public static final List<String> LOCKED_DOWN = List.of(
            "--default-service-account=default", "--insecure-kubeconfig-exec=false", "--insecure-kubeconfig-tls=false");

    @Option(
            names = "--default-service-account",
            defaultValue = "",
            paramLabel = "NAME",
            description = "Service account, in the namespace of the object, to apply with when the object names none.")
    private String defaultServiceAccount = "";

    @Option(
            names = KUBECONFIG_ACCOUNT,
            defaultValue = "",
            paramLabel = "NAME",
            description =
                    "Service account whose cloud identity reaches other clusters. Needs the feature gate ObjectLevelWorkloadIdentity.")
    private String kubeconfigServiceAccount = "";

    @Option(
            names = "--insecure-kubeconfig-exec",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description = "Let kubeconfigs of other clusters run programs in the controller that tell credentials.")
    private boolean insecureKubeconfigExec;

    @Option(
            names = "--insecure-kubeconfig-tls",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description = "Let kubeconfigs of other clusters leave the server's certificate unchecked.")
    private boolean insecureKubeconfigTls;

    /** Applies for objects that name none; empty for the controller's own rights. */
    public String defaultServiceAccount() {
        return defaultServiceAccount;
    }

    /** Names the cloud identity that reaches other clusters for objects that name none; empty for the controller's own. */
    public String defaultKubeconfigServiceAccount() {
        return kubeconfigServiceAccount;
    }

    /** What kubeconfigs of other clusters may do. */
    public KubeconfigRules kubeconfigRules() {
        return new KubeconfigRules(insecureKubeconfigExec, insecureKubeconfigTls);
    }
}
