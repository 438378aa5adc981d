package io.fluxj.runtime.target;

/**
 * What a kubeconfig may do that is dangerous where tenants write it.
 *
 * @param programs run programs that tell credentials ({@code --insecure-kubeconfig-exec})
 * @param anyCertificate leave the server's certificate unchecked ({@code --insecure-kubeconfig-tls})
 */
public record KubeconfigRules(boolean programs, boolean anyCertificate) {

    /** Nothing of it. */
    public static KubeconfigRules safe() {
        return new KubeconfigRules(false, false);
    }
}
