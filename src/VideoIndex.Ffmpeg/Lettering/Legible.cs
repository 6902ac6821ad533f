using System.Globalization;
using System.Text;

namespace VideoIndex.Ffmpeg.Lettering;

/// <summary>A text as <see cref="Letters"/> can draw it, on one line.</summary>
/// <param name="Text">The text: signs that have letters, and boxes.</param>
/// <param name="Boxes">How many signs had to become boxes.</param>
internal readonly record struct Legible(string Text, int Boxes)
{
    // Each line: what stands for all the signs behind it.
    private const string Alike = """
        A ÀÁÂÃÄÅĀĂĄǍ
        AE ÆǼ
        C ÇĆĈĊČ
        D ÐĎĐ
        E ÈÉÊËĒĔĖĘĚ
        G ĜĞĠĢ
        H ĤĦ
        I ÌÍÎÏĨĪĬĮİ
        J Ĵ
        K Ķ
        L ĹĻĽĿŁ
        N ÑŃŅŇŊ
        O ÒÓÔÕÖØŌŎŐ
        OE Œ
        R ŔŖŘ
        S ŚŜŞŠȘ
        T ŢŤŦȚ
        TH Þ
        U ÙÚÛÜŨŪŬŮŰŲ
        W Ŵ
        Y ÝŶŸ
        Z ŹŻŽ
        a àáâãäåāăąǎª
        ae æǽ
        c çćĉċč
        d ðďđ
        e èéêëēĕėęě
        g ĝğġģ
        h ĥħ
        i ìíîïĩīĭįı
        j ĵ
        k ķĸ
        l ĺļľŀł
        n ñńņňŋŉ
        o òóôõöøōŏőº
        oe œ
        r ŕŗř
        s śŝşšșſ
        ss ßẞ
        t ţťŧț
        th þ
        u ùúûüũūŭůűųµ
        w ŵ
        y ýÿŷ
        z źżž
        - ‐‑‒–—―−
        ' ‘’‚‛′´
        " “”„‟″«»
        . ·•
        ... …
        x ×
        ? ¿
        ! ¡
        EUR €
        (c) ©
        (r) ®
        TM ™
        """;

    private static readonly Dictionary<int, string> Plain = Alike.Split('\n')
        .SelectMany(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].EnumerateRunes().Select(sign => (sign, line.Split(' ')[0])))
        .ToDictionary(pair => pair.sign.Value, pair => pair.Item2);

    /// <summary>Reads a text: marks of Latin letters are left off, signs nobody sees are left out, breaks and tabs are blanks, and any other sign is a box.</summary>
    public static Legible Of(string text)
    {
        var (drawn, boxes) = (new StringBuilder(), 0);
        foreach (var sign in text.EnumerateRunes())
        {
            var plain = PlainOf(sign);
            boxes += plain == "\u25A1" ? 1 : 0;
            drawn.Append(plain == " " && (drawn.Length == 0 || drawn[^1] == ' ') ? "" : plain);
        }

        return new Legible(drawn.ToString().TrimEnd(), boxes);
    }

    /// <summary>Returns at most so many letters of the text; the last two are points where some had to go.</summary>
    public string Within(int letters) => Text.Length <= letters ? Text : letters < 4 ? Text[..Math.Max(0, letters)] : Text[..(letters - 2)].TrimEnd() + "..";

    private static string PlainOf(Rune sign) => sign switch
    {
        { IsBmp: true } when Letters.Has((char)sign.Value) && sign.Value != Letters.Box => sign.ToString(),
        _ when Plain.TryGetValue(sign.Value, out var plain) => plain,
        _ => Rune.GetUnicodeCategory(sign) switch
        {
            UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => "",
            _ => "\u25A1",
        },
    };
}
