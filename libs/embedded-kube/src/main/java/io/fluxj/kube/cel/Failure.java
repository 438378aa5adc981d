package io.fluxj.kube.cel;

/** An evaluation that ends in an error, in the words of Kubernetes' server. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message, null, false, false);
    }
}
