package io.fluxj.cli.bootstrap;

import java.util.List;

/**
 * How the cluster follows the repository.
 *
 * @param namespace of the objects, and their name
 * @param url as the GitRepository has it
 * @param branch that is followed
 * @param interval as Go writes durations
 * @param secret name of the Secret
 * @param checkout what of the repository is read
 */
record SyncSettings(
        String namespace, String url, String branch, String interval, String secret, CheckoutRules checkout) {
    /**
     * What of a repository is read.
     *
     * @param submodules whether these, too
     * @param folders only these; empty for all
     */
    record CheckoutRules(boolean submodules, List<String> folders) {}
}
