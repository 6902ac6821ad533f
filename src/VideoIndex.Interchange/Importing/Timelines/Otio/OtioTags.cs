using System.Text.Json;
using VideoIndex.Interchange.Importing.Services;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Importing.Timelines.Otio;

/// <summary>Makes tags, and a transcript of what is said, of marks.</summary>
internal sealed class OtioTags(ImportOrder order)
{
    private readonly OtioPlace _place = new(order);
    private readonly List<Tag> _tags = [];
    private readonly Dictionary<(string? Language, string Author), List<Utterance>> _said = [];
    private readonly SortedSet<Rational> _rates = [];

    /// <summary>Gets what was wrong.</summary>
    public Complaints Complaints { get; } = new();

    /// <summary>Gets whether there is anything.</summary>
    public bool HasAny { get; private set; }

    /// <summary>Takes a mark on a clip of the video.</summary>
    /// <param name="mark">The mark, in the time of the file.</param>
    /// <param name="media">The file.</param>
    public void Add(OtioMark mark, OtioMedia media)
    {
        HasAny = true;
        _rates.Add(mark.Range.Rate);
        var name = Gathering.Plain(mark.Name) is { Length: > 0 } said ? said : Gathering.Plain(mark.Comment);
        if (Placed(mark, media, name) is not { } span)
        {
            return;
        }

        var (facts, kind) = (mark.Facts, mark.Facts is { } written ? OtioValue.Text(written, "kind") : null);
        var label = facts is { } own && OtioValue.Text(own, "name") is { Length: > 0 } exact ? exact : name == "" ? kind ?? order.Kind ?? "marker" : name;
        var language = order.Language ?? (facts is { } told ? OtioValue.Text(told, "language") : null);
        var author = facts is { } claimed ? OtioFacts.Author(claimed) : "";
        if (order.AsTranscript ?? kind == "say")
        {
            Say(span, label, language, author, facts);
            return;
        }

        _tags.Add(new Tag(order.Video.Id, span, kind ?? order.Kind ?? "marker", label, facts is { } sure ? OtioFacts.Sure(sure) : new Confidence(1), order.Origin)
        {
            Language = language,
            Box = facts is { } seen ? OtioFacts.Box(seen) : null,
            How = ClaimedAuthor.Beside(facts is { } found ? OtioValue.Text(found, "how") : HowOf(mark, name), author),
        });
    }

    /// <summary>Returns what was read.</summary>
    public ImportReading ToReading()
    {
        foreach (var rate in _rates.Where(rate => order.Video.Rate is { } own && rate != own.FramesPerSecond))
        {
            Complaints.Add($"It counts {rate} frames a second and the video has {order.Video.Rate}: its times were taken as seconds. If its frames are meant, give the rate.");
        }

        if (!HasAny)
        {
            Complaints.Add("It has neither markers nor parts of the video.");
        }

        return new ImportReading(
            [.. _tags.DistinctBy(tag => tag.Id).OrderBy(tag => tag.Span.Start).ThenBy(tag => tag.Span.End)],
            [.. _said.Select(one => new Transcript(one.Key.Language, order.Origin, [.. one.Value.OrderBy(said => said.Span.Start).ThenBy(said => said.Span.End)]) { Notes = one.Key.Author == "" ? [] : [ClaimedAuthor.Told(one.Key.Author)] })],
            Complaints.ToSentences());
    }

    // The exact times this program wrote are good for as long as nobody has moved the mark to other frames.
    private MediaSpan? Placed(OtioMark mark, OtioMedia media, string name)
    {
        var (start, end) = _place.Of(mark.Range, media);
        if (mark.Facts is { } facts && order.Offset == default && OtioFacts.Span(facts) is { } exact && _place.IsSameFrames(exact, start, end))
        {
            return exact;
        }

        var extent = order.Video.Extent;
        var shortest = new MediaTime(start.Seconds + (order.Video.Rate?.FrameDuration.Seconds ?? new Rational(1, 1) / mark.Range.Rate));
        end = end > start ? end : shortest;
        if (start >= extent.End || end <= extent.Start)
        {
            Complaints.Count(Fault.Outside, name);
            return null;
        }

        if (start < extent.Start || end > extent.End)
        {
            Complaints.Count(Fault.Beyond, name);
        }

        return new MediaSpan(start < extent.Start ? extent.Start : start, end > extent.End ? extent.End : end);
    }

    private void Say(MediaSpan span, string words, string? language, string author, JsonElement? facts)
    {
        if (!_said.TryGetValue((language, author), out var utterances))
        {
            _said.Add((language, author), utterances = []);
        }

        utterances.Add(new Utterance(span, Gathering.Plain(words))
        {
            Confidence = facts is { } sure ? OtioFacts.Sure(sure) : null,
            Speaker = facts is { } heard ? OtioValue.Text(heard, "speaker") : null,
        });
    }

    private static string? HowOf(OtioMark mark, string name) => (Gathering.Plain(mark.Comment), mark.Colour) switch
    {
        ("", null) => null,
        ("", var painted) => $"marked {painted}",
        (var comment, null) => comment == name ? null : comment,
        (var comment, var painted) => comment == name ? $"marked {painted}" : $"{comment} (marked {painted})",
    };
}
