package io.fluxj.cli.bootstrap.host;

/**
 * A repository on a host.
 *
 * @param https address for Git over HTTPS
 * @param ssh address for Git over SSH
 * @param isNew whether it was made just now
 */
public record HostedRepository(String https, String ssh, boolean isNew) {}
