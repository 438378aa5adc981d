package io.fluxj.cli.bootstrap.host;

/**
 * A Git host, as the owner of one token sees one repository of it. All of it may be done again: what is there already and as it should be is left alone.
 */
public interface GitHost {
    /**
     * Finds the repository, or makes it, without any commit.
     *
     * @throws HostException when the host cannot be reached or refuses; the message says what to do
     */
    HostedRepository ensureRepository() throws HostException, InterruptedException;

    /**
     * Lets a team or group use the repository.
     *
     * @param permission in the host's own words
     * @return whether that changed anything
     */
    boolean ensureTeam(String team, String permission) throws HostException, InterruptedException;

    /**
     * Lets a key read the repository, or write to it; another key of the same name goes.
     *
     * @return whether that changed anything
     */
    boolean ensureDeployKey(DeployKey key) throws HostException, InterruptedException;
}
