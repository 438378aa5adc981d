package io.fluxj.runtime.peer;

/** What a caller proves of itself. */
sealed interface Proof {
    /** It is this service account, {@code namespace/name}, which may call. */
    record Account(String name) implements Proof {}

    /** Nothing that counts. */
    sealed interface Missing extends Proof {
        /** One of few words, for metrics. */
        String kind();

        /** What is missing, and what to do; holds nothing of a token. */
        String message();

        /** The status to answer with. */
        int status();
    }

    /** It speaks plain HTTP; a token, should it have sent one, has been seen by others. */
    record Plain() implements Missing {
        @Override
        public String kind() {
            return "plain";
        }

        @Override
        public String message() {
            return "this controller is spoken to over TLS, on the same port, with a token";
        }

        @Override
        public int status() {
            return 426;
        }
    }

    /** It sends no token. */
    record Nothing() implements Missing {
        @Override
        public String kind() {
            return "no-token";
        }

        @Override
        public String message() {
            return "no token of a service account for the audience " + PeerSettings.AUDIENCE + " was sent";
        }

        @Override
        public int status() {
            return 401;
        }
    }

    /** Its token is none, or not one for us. */
    record Invalid(String why) implements Missing {
        @Override
        public String kind() {
            return "invalid-token";
        }

        @Override
        public String message() {
            return "the token does not count: " + why;
        }

        @Override
        public int status() {
            return 401;
        }
    }

    /** It is a service account that may not call. */
    record Stranger(String account) implements Missing {
        @Override
        public String kind() {
            return "stranger";
        }

        @Override
        public String message() {
            return "the service account " + account + " is not among --peer-accounts";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** The API server does not say. */
    record Unreviewed(String why) implements Missing {
        @Override
        public String kind() {
            return "unreviewed";
        }

        @Override
        public String message() {
            return "the API server could not be asked about the token: " + why;
        }

        @Override
        public int status() {
            return 503;
        }
    }
}
