package io.fluxj.cli.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which cluster, as whom: the flags that {@code kubectl} and {@code flux} have, too. */
final class ClusterFlags {

    @Option(
            names = "--kubeconfig",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The kubeconfig file; else that of KUBECONFIG, else ~/.kube/config.")
    @Nullable
    String kubeconfig;

    @Option(
            names = "--context",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The kubeconfig's context to use.")
    @Nullable
    String context;

    @Option(
            names = "--cluster",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The kubeconfig's cluster to use.")
    @Nullable
    String cluster;

    @Option(names = "--as", scope = ScopeType.INHERIT, paramLabel = "USER", description = "The user to act as.")
    @Nullable
    String impersonatedUser;

    @Option(
            names = "--as-group",
            scope = ScopeType.INHERIT,
            paramLabel = "GROUP",
            split = ",",
            description = "A group to act as; may be repeated.")
    List<String> impersonatedGroups = List.of();

    @Option(names = "--as-uid", scope = ScopeType.INHERIT, paramLabel = "UID", description = "The UID to act as.")
    @Nullable
    String impersonatedUid;

    @Option(
            names = "--as-user-extra",
            scope = ScopeType.INHERIT,
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "What else is said of the user to act as; may be repeated.")
    List<String> impersonatedExtras = List.of();

    @Option(
            names = "--token",
            scope = ScopeType.INHERIT,
            paramLabel = "TOKEN",
            description = "A bearer token for the API.")
    @Nullable
    String token;

    @Option(names = "--server", scope = ScopeType.INHERIT, paramLabel = "URL", description = "The API's address.")
    @Nullable
    String server;

    @Option(
            names = "--tls-server-name",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The name that the API's certificate must have.")
    @Nullable
    String tlsServerName;

    @Option(
            names = "--insecure-skip-tls-verify",
            scope = ScopeType.INHERIT,
            description = "Do not check the API's certificate.")
    boolean insecure;

    @Option(
            names = {"--kube-api-qps", "--kube-api-burst"},
            scope = ScopeType.INHERIT,
            paramLabel = "NUMBER",
            description = "Accepted as flux does; the API's own limits count.")
    @Nullable
    Integer rate;
}
