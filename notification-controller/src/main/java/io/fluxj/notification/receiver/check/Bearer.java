package io.fluxj.notification.receiver.check;

/** The token of the header {@code Authorization: Bearer <token>}. */
final class Bearer {
    private static final String PREFIX = "Bearer ";

    private Bearer() {}

    static String token(Call call) throws CallRefused {
        String header = call.header("Authorization");
        String token =
                header.startsWith(PREFIX) ? header.substring(PREFIX.length()).strip() : "";
        if (token.isEmpty()) {
            throw new CallRefused("the Authorization header is missing or malformed");
        }
        return token;
    }
}
