using VideoIndex.ScreenText.Spans;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.ScreenText;

/// <summary>Decides which words were on the screen, where, and from when to when. Pure.</summary>
/// <remarks>
/// Sightings that stand unchanged are one stay. Its readings are put side by side and vote, word by word. A word goes on from one
/// stay to the next where it is the same, or nearly, and stands in the same place or has moved on with the words beside it; so the words of a
/// sign that moves, or stands across a cut, live on, and of a scoreboard whose clock runs on only the clock does not. Words of a line
/// that begin and end together are one claim.
/// </remarks>
public static class TextSpans
{
    /// <summary>How many looks of a stay are read, the first ones. A spotter keeps as many pictures.</summary>
    public const int MostReadings = 3;

    // What cannot be read while it fades in or out stands in the same place right before or after, this many looks at most.
    private const int LongestFade = 2;

    private static readonly MediaDuration HalfASecond = new(new Rational(1, 2));

    /// <summary>Returns a tag of kind <see cref="TagKinds.Text"/> for each line, by time and then from top to bottom.</summary>
    public static IReadOnlyList<Tag> Of(WatchedText watched)
    {
        ArgumentNullException.ThrowIfNull(watched);
        var stays = Stays.Of(watched.Looks, watched.Readings, MostReadings);
        StayLinks.Follow(stays);
        var unread = stays.Where(stay => stay.Words.Count == 0 && stay.LastLook - stay.FirstLook < LongestFade).ToList();
        var (ending, beginning) = (unread.ToLookup(stay => stay.LastLook), unread.ToLookup(stay => stay.FirstLook));
        return [.. Shreds.Drop(TextLine.Of(WordLife.Of(stays)).Where(line => line.IsBelievable))
            .Where(line => line.IsBelievable)
            .Select(line => TagOf(
                watched,
                line,
                ending[line.First.FirstLook - 1].FirstOrDefault(fade => StandsAt(fade, line.First)) ?? line.First,
                beginning[line.Last.LastLook + 1].FirstOrDefault(fade => StandsAt(fade, line.Last)) ?? line.Last))
            .OfType<Tag>()
            .OrderBy(tag => tag.Span.Start).ThenBy(tag => tag.Box!.Value.Top).ThenBy(tag => tag.Box!.Value.Left)];
    }

    // Null where the looks are not in the order of their times.
    private static Tag? TagOf(WatchedText watched, TextLine line, Stay first, Stay last)
    {
        var (start, end) = (watched.TimeOf(first.Since), EndOf(watched, last));
        return start < end
            ? new Tag(watched.Video, new MediaSpan(start, end), TagKinds.Text, line.Label, new Confidence(line.Percent / 100.0), watched.Reader)
            {
                Box = line.Box,
                Angle = line.First.Angle,
                Language = line.Language,
                How = How(watched.Looks, line, first, last),
            }
            : null;
    }

    private static MediaTime EndOf(WatchedText watched, Stay last)
    {
        if (last.Until is { } until)
        {
            return watched.TimeOf(until);
        }

        // Nobody looked any further: the video is over, or a part of it could not be decoded.
        var (look, isLast) = (watched.TimeOf(watched.Looks[last.LastLook].Timestamp), last.LastLook + 1 == watched.Looks.Count);
        return isLast ? watched.End : Earlier(look + HalfASecond, watched.TimeOf(watched.Looks[last.LastLook + 1].Timestamp));
    }

    private static MediaTime Earlier(MediaTime one, MediaTime other) => one < other ? one : other;

    private static string How(IReadOnlyList<TextLook> looks, TextLine line, Stay first, Stay last)
    {
        var (votes, agreeing) = (line.Words.Max(word => word.Ballot.Votes), line.Words.Min(word => word.Ballot.Agreeing));
        var start = first.FirstLook == 0 || first.Since != looks[first.FirstLook].Timestamp;
        var end = last.LastLook + 1 == looks.Count || (last.Until is { } until && until != looks[last.LastLook + 1].Timestamp);
        var precision = (start, end) switch
        {
            (true, true) => "start and end to the frame",
            (true, false) => "start to the frame, end to the half second",
            (false, true) => "start to the half second, end to the frame",
            _ => "start and end to the half second",
        };
        return string.Create(null, $"seen in {Counted(line.Looks, "look")}, read {Counted(votes, "time")}, {agreeing} alike; {precision}");
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : string.Create(null, $"{count} {what}s");

    // More than half of both together is on both.
    private static bool StandsAt(Stay one, Stay other)
    {
        var around = WordLife.Around(one.Box, other.Box);
        var width = one.Box.Width + other.Box.Width - around.Width;
        var height = one.Box.Height + other.Box.Height - around.Height;
        return width > 0 && height > 0 && 2L * width * height > (long)around.Width * around.Height;
    }
}
