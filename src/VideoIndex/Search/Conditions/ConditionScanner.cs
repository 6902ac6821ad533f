using System.Globalization;
using VideoIndex.ScreenText;
using VideoIndex.Search.Language.Reading.Values;
using VideoIndex.Timing;

namespace VideoIndex.Search.Conditions;

/// <summary>Reads what follows a term and asks more of it: <c>FOR &gt;= 2s</c>, <c>AREA &gt; 2%</c>, <c>ZONE lower-third</c>; and the number of <c>count(car) &gt;= 5</c>.</summary>
/// <remarks>FOR and AREA in capitals are conditions only before a comparison or a number, ZONE only before a word, so that a headline in capitals is not one by chance.</remarks>
internal sealed class ConditionScanner(string text, int at)
{
    private const string Comparisons = "<>=\u2264\u2265";

    private static readonly Dictionary<string, Rational> Units = new()
    {
        [""] = new(1, 1),
        ["ms"] = new(1, 1000),
        ["s"] = new(1, 1),
        ["min"] = new(60, 1),
        ["h"] = new(3600, 1),
    };

    /// <summary>Gets where it stands: after what it has read.</summary>
    public int At { get; private set; } = at;

    /// <summary>Returns the name of the condition that begins here; null when none does.</summary>
    public string? Begins()
    {
        var name = Array.Find(["FOR", "AREA", "ZONE"], one => string.CompareOrdinal(text, At, one, 0, one.Length) == 0);
        var next = name is null ? text.Length : Skipped(At + name.Length);
        return next == text.Length || char.IsLetterOrDigit(text[At + name!.Length]) ? null
            : (name == "ZONE" ? next > At + name.Length && char.IsLetter(text[next]) : Comparisons.Contains(text[next]) || char.IsDigit(text[next])) ? name
            : null;
    }

    /// <summary>Reads the conditions that stand here, if any.</summary>
    /// <param name="asked">What is asked already.</param>
    public TermConditions ReadAll(TermConditions asked)
    {
        while (true)
        {
            var before = At;
            At = Skipped(At);
            if (Begins() is not { } name)
            {
                At = before;
                return asked;
            }

            asked = Read(name, asked);
        }
    }

    /// <summary>Reads how many there must be.</summary>
    /// <exception cref="QueryException">It does not say so.</exception>
    public Limit ReadCount()
    {
        At = Skipped(At);
        const string How = "count(...) is followed by a comparison and a whole number: count(person) >= 5.";
        var comparison = ReadComparison(How);
        var number = ReadNumber(How);
        return number.Denominator == 1 ? new Limit(comparison, number) : throw Bad(How);
    }

    /// <summary>Reads how long something must last, where <c>FOR</c> stands here.</summary>
    public Limit ReadFor()
    {
        At = Skipped(At + "FOR".Length);
        return ReadLength();
    }

    /// <summary>Reads a length, in seconds.</summary>
    /// <param name="how">What is said where none stands here.</param>
    public Rational ReadSeconds(string how)
    {
        At = Skipped(At);
        var number = ReadNumber(how);
        var unit = ReadWhile(char.IsAsciiLetterLower);
        return Units.TryGetValue(unit, out var seconds)
            ? number * seconds
            : throw new QueryException("bad-condition", At - unit.Length, $"'{TypedText.Shown(unit)}' is no unit of time here: write ms, s, min or h.");
    }

    private TermConditions Read(string name, TermConditions asked)
    {
        var start = At;
        At = Skipped(At + name.Length);
        var (isAsked, read) = name switch
        {
            "FOR" => (asked.For is not null, asked with { For = ReadLength() }),
            "AREA" => (asked.Area is not null, asked with { Area = ReadArea() }),
            _ => (asked.Zone is not null, asked with { Zone = ReadZone() }),
        };
        return isAsked ? throw new QueryException("bad-condition", start, $"{name} is asked of this term already: ask it once.") : read;
    }

    private Limit ReadLength()
    {
        const string How = "FOR is followed by a comparison and a length: FOR >= 2s, FOR < 500ms, FOR > 1.5min.";
        var comparison = ReadComparison(How);
        return new Limit(comparison, ReadSeconds(How));
    }

    private Limit ReadArea()
    {
        const string How = "AREA is followed by a comparison and a part of the picture in percent: AREA > 2%.";
        var comparison = ReadComparison(How);
        var number = ReadNumber(How);
        if (At == text.Length || text[At] is not ('%' or '\uFF05'))
        {
            throw Bad(How);
        }

        At++;
        return new Limit(comparison, number * new Rational(1, 100));
    }

    private string ReadZone()
    {
        var start = At;
        var typed = ReadWhile(sign => char.IsLetter(sign) || sign == '-');
        var zone = typed.ToLowerInvariant().Replace("center", "centre", StringComparison.Ordinal);
        return PictureZone.All.Contains(zone)
            ? zone
            : throw new QueryException("unknown-zone", start, $"There is no zone '{TypedText.Shown(typed)}'.{Meant(zone)} The zones are {string.Join(", ", PictureZone.All)}; put ZONE in quotes to search for the word.");
    }

    private static string Meant(string typed) => PictureZone.All.MinBy(zone => QueryField.Distance(zone, typed)) is { } nearest && QueryField.Distance(nearest, typed) <= nearest.Length / 2
        ? $" Did you mean {nearest}?"
        : "";

    private Comparison ReadComparison(string how)
    {
        var comparison = ReadWhile(Comparisons.Contains) switch
        {
            ">" => Comparison.More,
            ">=" or "\u2265" => Comparison.AtLeast,
            "<" => Comparison.Less,
            "<=" or "\u2264" => Comparison.AtMost,
            "=" => Comparison.Exactly,
            var other => throw new QueryException("bad-condition", At - other.Length, how),
        };
        At = Skipped(At);
        return comparison;
    }

    private Rational ReadNumber(string how)
    {
        var whole = ReadWhile(char.IsAsciiDigit);
        var part = "";
        if (At < text.Length && text[At] == '.')
        {
            At++;
            part = ReadWhile(char.IsAsciiDigit);
        }

        if (whole.Length is 0 or > 9 || part.Length > 6)
        {
            throw Bad(how);
        }

        var parts = (long)Math.Pow(10, part.Length);
        return new Rational(long.Parse(whole + part, CultureInfo.InvariantCulture), parts);
    }

    private string ReadWhile(Func<char, bool> fits)
    {
        var from = At;
        while (At < text.Length && fits(text[At]))
        {
            At++;
        }

        return text[from..At];
    }

    private int Skipped(int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    private QueryException Bad(string how) => new("bad-condition", Math.Min(At, text.Length), how);
}
