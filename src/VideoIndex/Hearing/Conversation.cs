using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Hearing;

/// <summary>Puts what several channels or speakers say together, in order of time.</summary>
public static class Conversation
{
    private static readonly Rational Half = new(1, 2);

    /// <summary>Makes one transcript of those of the channels of one track, the channel being the speaker's name where nobody has a better one; others stay as they are.</summary>
    /// <remarks>
    /// A microphone hears a little of what is said into the other. Where two channels say the same words at about the same time, the one that is surer of
    /// them is believed; the channels' own transcripts still have both.
    /// </remarks>
    /// <param name="transcripts">All transcripts of a video.</param>
    public static IReadOnlyList<Transcript> Of(IReadOnlyList<Transcript> transcripts)
    {
        ArgumentNullException.ThrowIfNull(transcripts);
        var made = new List<Transcript>();
        foreach (var group in transcripts.GroupBy(transcript => transcript.Channel is null ? (object)transcript : (transcript.Track, transcript.Origin)))
        {
            var channels = group.ToList();
            made.Add(channels is [{ Channel: null } alone] ? alone : Joined(channels));
        }

        return made;
    }

    /// <summary>Gives utterances their speakers, and divides one in which another begins to speak between two words.</summary>
    /// <param name="transcript">The transcript; what already has a speaker keeps it.</param>
    /// <param name="stretches">Who speaks when.</param>
    public static Transcript WithSpeakers(Transcript transcript, IReadOnlyList<SpeakerStretch> stretches)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return transcript with { Utterances = [.. transcript.Utterances.SelectMany(utterance => utterance.Speaker is null ? Divided(utterance, stretches) : [utterance])] };
    }

    private static Transcript Joined(List<Transcript> channels)
    {
        var all = new List<Utterance>();
        var language = channels.MaxBy(channel => channel.Utterances.Count)!.Language;
        foreach (var channel in channels)
        {
            var name = int.TryParse(channel.Channel, out _) ? $"channel {channel.Channel}" : channel.Channel;
            all.AddRange(channel.Utterances.Select(utterance => utterance with
            {
                Speaker = utterance.Speaker ?? name,
                Language = utterance.Language ?? (channel.Language == language ? null : channel.Language),
            }));
        }

        var ordered = all.OrderBy(utterance => utterance.Span.Start).ThenBy(utterance => utterance.Span.End).ToList();
        return channels[0] with { Channel = null, Language = language, Utterances = WithoutEchoes(ordered), Notes = [.. channels.SelectMany(channel => channel.Notes).Distinct()] };
    }

    // The list is in order, so that an echo begins before what it echoes has ended.
    private static List<Utterance> WithoutEchoes(List<Utterance> ordered)
    {
        var echoes = new HashSet<int>();
        for (var first = 0; first < ordered.Count; first++)
        {
            for (var second = first + 1; second < ordered.Count && ordered[second].Span.Start < ordered[first].Span.End; second++)
            {
                if (!echoes.Contains(first) && !echoes.Contains(second) && IsEcho(ordered[first], ordered[second]))
                {
                    echoes.Add(Sureness(ordered[second]) > Sureness(ordered[first]) ? first : second);
                }
            }
        }

        return [.. ordered.Where((_, at) => !echoes.Contains(at))];
    }

    private static bool IsEcho(Utterance one, Utterance other)
    {
        if (one.Speaker == other.Speaker || one.Dropped is not null || other.Dropped is not null || !Letters(one.Text).SequenceEqual(Letters(other.Text)))
        {
            return false;
        }

        var shorter = one.Span.Duration < other.Span.Duration ? one.Span : other.Span;
        return Shared(one.Span, other.Span).Seconds >= shorter.Duration.Seconds * Half;
    }

    private static IEnumerable<Utterance> Divided(Utterance utterance, IReadOnlyList<SpeakerStretch> stretches)
    {
        if (utterance.Words.Count == 0)
        {
            return [utterance with { Speaker = SpeakerOf(utterance.Span, stretches) }];
        }

        var parts = new List<(string? Speaker, List<SpokenWord> Words)>();
        foreach (var word in utterance.Words)
        {
            var speaker = SpeakerOf(word.Span, stretches);
            if (parts.Count > 0 && (speaker is null || parts[^1].Speaker is null || speaker == parts[^1].Speaker))
            {
                parts[^1].Words.Add(word); // a word nobody is heard in goes with those before it
                parts[^1] = (parts[^1].Speaker ?? speaker, parts[^1].Words);
            }
            else
            {
                parts.Add((speaker, [word]));
            }
        }

        return parts.Count == 1 ? [utterance with { Speaker = parts[0].Speaker }] : parts.Select(part => Part(utterance, part.Speaker, part.Words));
    }

    private static Utterance Part(Utterance whole, string? speaker, List<SpokenWord> words)
    {
        words[0] = words[0] with { Text = words[0].Text.TrimStart() };
        var end = words.Max(word => word.Span.End);
        return whole with { Span = new MediaSpan(words[0].Span.Start, end), Text = string.Concat(words.Select(word => word.Text)), Words = words, Speaker = speaker };
    }

    // Who speaks for most of it; of two alike, the one who began first.
    private static string? SpeakerOf(MediaSpan span, IReadOnlyList<SpeakerStretch> stretches)
    {
        var (best, most) = (default(string), default(MediaDuration));
        foreach (var group in stretches.Where(stretch => stretch.Speaker is not null && stretch.Span.Overlaps(span)).GroupBy(stretch => stretch.Speaker))
        {
            var shared = new MediaDuration(group.Aggregate(default(Rational), (sum, stretch) => sum + Shared(stretch.Span, span).Seconds));
            (best, most) = shared > most ? (group.Key, shared) : (best, most);
        }

        return best;
    }

    private static MediaDuration Shared(MediaSpan one, MediaSpan other)
    {
        var start = one.Start > other.Start ? one.Start : other.Start;
        var end = one.End < other.End ? one.End : other.End;
        return end > start ? end - start : default;
    }

    private static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);

    private static double Sureness(Utterance utterance) => utterance.Confidence?.Value ?? 0;
}
