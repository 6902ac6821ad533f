using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace VideoIndex.Interchange.Exposure.Html;

/// <summary>A piece of a page. What is put into it as text is escaped: <c>Markup.Of($"&lt;p&gt;{name}&lt;/p&gt;")</c>. Well-formed as HTML and as XML.</summary>
internal readonly record struct Markup(string Text)
{
    /// <summary>Gets nothing.</summary>
    public static Markup None { get; } = new("");

    /// <summary>Returns a piece, its holes escaped.</summary>
    public static Markup Of(ref MarkupHandler piece) => new(piece.ToString());

    /// <summary>Returns pieces one after the other.</summary>
    public static Markup Of(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    /// <summary>Returns a name so that its script's direction does not turn what stands around it: for text that can hold no tags.</summary>
    public static string Apart(string name) => $"\u2068{name}\u2069";

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Puts a piece of a page together. Only these kinds of values can stand in it.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string value) => _text.Append(value);

    public void AppendFormatted(Markup value) => _text.Append(value.Text);

    public void AppendFormatted(IEnumerable<Markup> values) => _text.AppendJoin("", values);

    public void AppendFormatted(int value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(string? value)
    {
        foreach (var rune in (value ?? "").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '&' => _text.Append("&amp;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                < ' ' or (>= 0x7F and < 0xA0) => _text.Append(' '),
                0xFFFE or 0xFFFF => _text.Append('\uFFFD'),
                _ => _text.Append(rune),
            };
        }
    }

    public override string ToString() => _text.ToString();
}
