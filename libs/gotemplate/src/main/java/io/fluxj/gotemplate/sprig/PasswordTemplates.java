package io.fluxj.gotemplate.sprig;

import java.util.List;

/** The shapes of derived passwords: each letter names a set of characters. */
final class PasswordTemplates {
    private PasswordTemplates() {}

    static List<String> of(String kind) {
        return switch (kind) {
            case "maximum" -> List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno");
            case "long" ->
                List.of(
                        "CvcvnoCvcvCvcv",
                        "CvcvCvcvnoCvcv",
                        "CvcvCvcvCvcvno",
                        "CvccnoCvcvCvcv",
                        "CvccCvcvnoCvcv",
                        "CvccCvcvCvcvno",
                        "CvcvnoCvccCvcv",
                        "CvcvCvccnoCvcv",
                        "CvcvCvccCvcvno",
                        "CvcvnoCvcvCvcc",
                        "CvcvCvcvnoCvcc",
                        "CvcvCvcvCvccno",
                        "CvccnoCvccCvcv",
                        "CvccCvccnoCvcv",
                        "CvccCvccCvcvno",
                        "CvcvnoCvccCvcc",
                        "CvcvCvccnoCvcc",
                        "CvcvCvccCvccno",
                        "CvccnoCvcvCvcc",
                        "CvccCvcvnoCvcc",
                        "CvccCvcvCvccno");
            case "medium" -> List.of("CvcnoCvc", "CvcCvcno");
            case "short" -> List.of("Cvcn");
            case "basic" -> List.of("aaanaaan", "aannaaan", "aaannaaa");
            case "pin" -> List.of("nnnn");
            default -> List.of();
        };
    }

    static String characters(char set) {
        return switch (set) {
            case 'V' -> "AEIOU";
            case 'C' -> "BCDFGHJKLMNPQRSTVWXYZ";
            case 'v' -> "aeiou";
            case 'c' -> "bcdfghjklmnpqrstvwxyz";
            case 'A' -> "AEIOUBCDFGHJKLMNPQRSTVWXYZ";
            case 'a' -> "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
            case 'n' -> "0123456789";
            case 'o' -> "@&%?,=[]_:-+*$#!'^~;()/.";
            default -> "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()";
        };
    }
}
