using VideoIndex.Metadata;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Reviews;

/// <summary>How people name one claim among those about a video: by the beginning of its id, or by what it says and when.</summary>
public static class TagReference
{
    /// <summary>The fewest digits of an id that name it.</summary>
    public const int ShortestPrefix = 4;

    private const int Told = 5;

    /// <summary>Returns an id as it is shown and typed: 32 hex digits.</summary>
    public static string Text(TagId id) => id.Value.ToString("N");

    /// <summary>
    /// Returns the claim that is meant: <c>3f2a</c>, the beginning of its id; <c>car</c>, its label, in any case and without accents; <c>object:car</c>, its kind and label;
    /// <c>car@0:12.5</c> or <c>object:car@10:00:12;00</c>, the one that holds at that time.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="labels">The labels of the video's frames; null where it has none.</param>
    /// <exception cref="ReviewException"><c>no-such-tag</c>: none is meant; <c>ambiguous-tag</c>: several are.</exception>
    public static JudgedClaim Find(string typed, IReadOnlyList<JudgedClaim> claims, TimecodeTrack? labels)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(claims);
        return (ById(typed, claims) is [_, ..] named ? named : BySaying(typed, claims, labels)) switch
        {
            [var one] => one,
            [] => throw new ReviewException("no-such-tag", $"Nothing of this video is '{typed}'. See: videoindex tag list VIDEO"),
            var several => throw new ReviewException("ambiguous-tag", $"'{typed}' may be any of {several.Count}: {string.Join(", ", several.Take(Told).Select(Name))}{(several.Count > Told ? ", ..." : "")}. Name it by its id, or by a time: LABEL@TIME."),
        };
    }

    private static List<JudgedClaim> ById(string typed, IReadOnlyList<JudgedClaim> claims) => typed.Length >= ShortestPrefix && typed.All(char.IsAsciiHexDigit)
        ? [.. claims.Where(one => Text(one.Claim.Id).StartsWith(typed, StringComparison.OrdinalIgnoreCase))]
        : [];

    private static List<JudgedClaim> BySaying(string typed, IReadOnlyList<JudgedClaim> claims, TimecodeTrack? labels)
    {
        var cut = typed.LastIndexOf('@');
        if (cut > 0 && TimeText.TryRead(typed[(cut + 1)..], labels, out var time))
        {
            return [.. BySaying(typed[..cut], claims).Where(one => one.Claim.Span.Contains(time.Earliest) || one.Claim.Span.Contains(time.Latest))];
        }

        return BySaying(typed, claims);
    }

    private static List<JudgedClaim> BySaying(string typed, IReadOnlyList<JudgedClaim> claims)
    {
        var label = FieldText.Folded(typed);
        var colon = typed.IndexOf(':', StringComparison.Ordinal);
        var (kind, rest) = colon > 0 ? (typed[..colon], FieldText.Folded(typed[(colon + 1)..])) : ("", "");
        return label == "" ? [] :
        [
            .. claims.Where(one => FieldText.Folded(one.Claim.Label) is var said
                && (said == label || (said == rest && one.Claim.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase)))),
        ];
    }

    private static string Name(JudgedClaim one) => $"{Text(one.Claim.Id)[..8]} ({one.Claim.Kind}, {one.Claim.Span.Start.Seconds} s)";
}
