using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure.Html;

/// <summary>Small pieces that parts of the page share.</summary>
internal static class Piece
{
    /// <summary>Returns a brand's name, kept apart from what stands around it, whatever its script's direction.</summary>
    public static Markup Name(string name) => Markup.Of($"<bdi>{name}</bdi>");

    /// <summary>Returns a brand's name behind a dot of its colour.</summary>
    public static Markup Dotted(BrandView brand) => Markup.Of($"<span class=\"dot {brand.Colour}\"></span>{Name(brand.Name)}");

    /// <summary>Returns seconds to three places; the exact fraction is their title.</summary>
    public static Markup Seconds(Rational seconds) => Number(Figures.Seconds(seconds), $"{seconds}", " s exactly");

    /// <summary>Returns per cent to two places; what the table says is their title.</summary>
    public static Markup Percent(decimal percent, int places) => Number(Figures.Places(percent, 2), Figures.Places(percent, places), " %");

    /// <summary>Returns area-seconds to two places; what the table says is their title.</summary>
    public static Markup AreaSeconds(decimal seconds) => Number(Figures.Places(seconds, 2), Figures.Places(seconds, 6), " % times s");

    /// <summary>Returns a number as it stands.</summary>
    public static Markup Plain(string number) => Number(number, number, null);

    /// <summary>Returns a cell with a number.</summary>
    public static Markup Cell(Markup number) => Markup.Of($"<td class=\"n\">{number}</td>");

    /// <summary>Returns a link to a file beside the page.</summary>
    /// <param name="path">Its path from the page's folder, with <c>/</c> between parts.</param>
    /// <param name="inside">What is clicked.</param>
    public static Markup Link(string path, Markup inside) =>
        Markup.Of($"<a href=\"{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}\">{inside}</a>");

    /// <summary>Returns a share of a whole as a length of the picture's width or height: <c>12.5%</c>.</summary>
    public static string Length(decimal part, decimal whole) => Figures.Places(whole == 0 ? 0 : 100 * part / whole, 4) + "%";

    /// <inheritdoc cref="Length(decimal, decimal)"/>
    public static string Length(Rational part, Rational whole) => Length(Figures.Decimal(part), Figures.Decimal(whole));

    private static Markup Number(string shown, string exact, string? unit) => shown == exact && unit is null
        ? Markup.Of($"<data value=\"{exact}\">{shown}</data>")
        : Markup.Of($"<data value=\"{exact}\" title=\"{exact}{unit}\">{shown}</data>");
}
