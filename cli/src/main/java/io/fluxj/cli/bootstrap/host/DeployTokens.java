package io.fluxj.cli.bootstrap.host;

/** A host that makes tokens which read one repository. */
public interface DeployTokens {
    /** Makes one. Its value is told this once, so one of the same name that is there already is of no use, and is left to its users. */
    DeployToken newDeployToken(String name) throws HostException, InterruptedException;

    /**
     * A name and password.
     *
     * @param value never shown
     */
    record DeployToken(String username, String value) {
        @Override
        public String toString() {
            return "DeployToken[" + username + "]";
        }
    }
}
