namespace VideoIndex.Testing;

/// <summary>Texts that people, files and services write, and that break what takes them for harmless. A name, a speaker, a title, a file may be any of them.</summary>
public static class HostileTexts
{
    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Lines, .. Marks, .. Formulas, .. Characters, .. Scripts, .. Words, .. Lengths];

    /// <summary>Gets line ends of every kind, alone and between words.</summary>
    public static IReadOnlyList<string> Lines =>
    [
        "one\ntwo", "one\r\ntwo", "one\rtwo", "one\u2028two", "one\u2029two", "one\u0085two", "one\n\ntwo", "\n", "\n\n\n", "one\n", "\none", "one\vtwo", "one\ftwo", "one\ttwo", "\t", "\tone",
    ];

    /// <summary>Gets what has a meaning of its own in some format.</summary>
    public static IReadOnlyList<string> Marks =>
    [
        "a|b", "x |C:ResolveColorRed |M:x |D:99", "|", "-->", "00:00:01.000 --> 00:00:02.000", "one\n\n2\n00:00:01,000 --> 00:00:02,000\ntwo", "say \"this\" and 'that'", "\"", "a,b;c", "]]>", "<![CDATA[x]]>",
        "</script><script>alert(1)</script>", "<!--", "--", "-- >", "<v x>", "</v>", "<v Roger Bingham>hello", "<00:00:01.000>", "<b>bold</b>", "&amp;", "&", "&#0;", "&lt;", "<", ">", "%00", "%n%s%d", "a%20b?c=d&e#f", "#t=1,2",
        "https://example.org/?a=1&b=\"2\"", "../../etc/passwd", "..\\..\\x", "C:\\x:y*z?.mov", "CON", "con.mp4", "a/b", ".", "..", "-o", "--help", "$(id)", "`id`", "{{x}}", "${x}", "\\N", "\\", "\\\"", "{\\an8}top", "xmlns=\"x\"", "<?xml version=\"1.0\"?>",
    ];

    /// <summary>Gets what spreadsheets take for a formula.</summary>
    public static IReadOnlyList<string> Formulas =>
        ["=CMD()", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "=HYPERLINK(\"http://example.org\",\"x\")", "'=1", "\"=1+1\"", "-", "＝1+1", "1,2", "'"];

    /// <summary>Gets characters that cannot be seen, or are none.</summary>
    public static IReadOnlyList<string> Characters =>
    [
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => $"a{(char)code}b"),
        "\0", "a\uD800", "\uDC00b", "a\uD800b", "\uDC00\uD800", "a\uFFFEb", "a\uFFFFb", "\uFDD0", "\U0001FFFE", "\U0010FFFF", "\uFEFFbom", "a\uFEFFb", "a\u200Bb", "a\u200Db", "a\u2060b", "a\u00ADb", "a\u00A0b", "\u3000",
        "\u202Egnp.exe", "\u202Aa\u202C", "\u2066a\u2069", "a\u2067b", "\u200F", "\u061C", "\uFFFD", "\uE000", "\U000E0041",
    ];

    /// <summary>Gets words in scripts of many kinds.</summary>
    public static IReadOnlyList<string> Scripts =>
    [
        "هدف رائع", "גול!", "ประตู", "क्षत्रिय गोल", "ゴール、日本", "进球了", "골인", "Гол", "γκολ", "גאל 3:2 abc", "👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪", "e\u0301a\u0300o\u0308", "Z̸̡͕̈́ȃ̶͎l̵̰͋g̷̨̛o̴̦͐", "Straße ÄÖÜ", "İstanbul ı", "ﬁ ﬂ Ⅷ", "\U00020000\U0002A6DF", "ꙮ", "ⴰⵣⵓⵍ",
    ];

    /// <summary>Gets words that begin a line of some format, or end a file of one.</summary>
    public static IReadOnlyList<string> Words =>
    [
        "7 samurai", "007", "999  AX V C", "001  AX       V     C        00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00", "* LOC: 01:00:00:00 RED x", "* FROM CLIP NAME: x", "FCM: DROP FRAME", "TITLE: x", "M2 AX 025.0 00:00:00:00",
        "NOTE", "NOTE x", "WEBVTT", "STYLE", "REGION", "[CHAPTER]", ";FFMETADATA1", "# x", "null", "true", "NaN", "0", "01:00:00:00", "1e9", "", " ", "   ", " both ", "a  b", "BL", "AX",
    ];

    /// <summary>Gets what is long: 100 KB of words, one word, marks that grow when they are escaped, lines.</summary>
    public static IReadOnlyList<string> Lengths =>
    [
        string.Concat(Enumerable.Repeat("a long story ", 8000)), new('x', 100_000), string.Concat(Enumerable.Repeat("<&\"|", 25_000)), string.Concat(Enumerable.Repeat("line\n", 20_000)), string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 9000)),
    ];
}
