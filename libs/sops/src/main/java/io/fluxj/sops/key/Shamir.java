package io.fluxj.sops.key;

import java.util.Arrays;
import java.util.List;

/** Joins shares of a secret: points of one polynomial for each byte, over the field of 256 elements that AES uses. */
final class Shamir {
    private static final int POLYNOMIAL = 0x11B;

    private Shamir() {}

    /**
     * The secret.
     *
     * @param shares the values of the polynomials, and behind them the one argument they are for
     * @throws IllegalArgumentException if they do not fit together
     */
    static byte[] combine(List<byte[]> shares) {
        if (shares.size() < 2) {
            throw new IllegalArgumentException("less than two parts cannot be used to reconstruct the secret");
        }
        int length = shares.getFirst().length;
        if (length < 2) {
            throw new IllegalArgumentException("parts must be at least two bytes");
        }
        int[] arguments = arguments(shares, length);
        byte[] secret = new byte[length - 1];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) atZero(shares, arguments, i);
        }
        return secret;
    }

    private static int[] arguments(List<byte[]> shares, int length) {
        if (shares.stream().anyMatch(share -> share.length != length)) {
            throw new IllegalArgumentException("all parts must be the same length");
        }
        int[] arguments =
                shares.stream().mapToInt(share -> share[length - 1] & 0xFF).toArray();
        if (Arrays.stream(arguments).distinct().count() != arguments.length) {
            throw new IllegalArgumentException("duplicate part detected");
        }
        return arguments;
    }

    /** The polynomial through those points, at zero, by Lagrange. */
    private static int atZero(List<byte[]> shares, int[] arguments, int place) {
        int sum = 0;
        for (int i = 0; i < arguments.length; i++) {
            int basis = 1;
            for (int j = 0; j < arguments.length; j++) {
                if (i != j) {
                    basis = multiply(basis, divide(arguments[j], arguments[i] ^ arguments[j]));
                }
            }
            sum ^= multiply(shares.get(i)[place] & 0xFF, basis);
        }
        return sum;
    }

    /** Without branches that depend on what is multiplied. */
    private static int multiply(int a, int b) {
        int product = 0;
        int factor = a;
        for (int bit = 0; bit < 8; bit++) {
            product ^= factor & -(b >> bit & 1);
            factor = factor << 1 ^ (POLYNOMIAL & -(factor >> 7 & 1));
        }
        return product;
    }

    /** The inverse is the power to 254. */
    private static int divide(int a, int b) {
        int inverse = 1;
        for (int i = 0; i < 254; i++) {
            inverse = multiply(inverse, b);
        }
        return multiply(a, inverse);
    }
}
