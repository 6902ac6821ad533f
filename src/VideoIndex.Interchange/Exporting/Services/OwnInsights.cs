using System.Globalization;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Insights;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Exporting.Services;

/// <summary>What is known of a video and was not taken in as insights, as items of their arrays.</summary>
internal sealed class OwnInsights(ExportedVideo video, ExportText text)
{
    private static readonly Dictionary<string, string> ArrayOf =
        InsightArray.All.Where(array => array.Named is not [] && array.Name != "framePatterns").DistinctBy(array => array.Kind).ToDictionary(array => array.Kind, array => array.Name);

    /// <summary>Gets the items, by their array.</summary>
    public Dictionary<string, List<InsightItem>> Arrays { get; } = [];

    /// <summary>Gets the items of kinds there is no array for, by their kind.</summary>
    public SortedDictionary<string, List<InsightItem>> Custom { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds shots and scenes.</summary>
    public void AddStructure()
    {
        var frame = video.Video.Rate?.FrameDuration ?? default;
        foreach (var shot in video.Contents.Shots)
        {
            Add("shots", new InsightItem([new InsightInstance(shot.Shot.Span)])
            {
                Own = json => InsightMembers.Shot(json, new InsightInstance(new MediaSpan(shot.KeyframeTime, shot.KeyframeTime + frame))),
            });
        }

        foreach (var scene in video.Contents.Scenes)
        {
            Add("scenes", new InsightItem([new InsightInstance(scene.Span)]));
        }
    }

    /// <summary>Adds what is said.</summary>
    /// <param name="transcripts">The transcripts.</param>
    /// <param name="isSaid">What of them is believed.</param>
    /// <param name="speakers">The ids of speakers there are already, by their names.</param>
    public void AddSpeech(IEnumerable<Transcript> transcripts, Func<Transcript, Utterance, bool> isSaid, Dictionary<string, long> speakers)
    {
        var lines = transcripts.SelectMany(transcript => transcript.Utterances.Where(said => isSaid(transcript, said)).Select(said => (Said: said, Language: said.Language ?? transcript.Language)))
            .OrderBy(line => line.Said.Span.Start).ToList();
        var next = speakers.Values.DefaultIfEmpty(0).Max() + 1;
        foreach (var group in lines.Where(line => line.Said.Speaker is not null).GroupBy(line => line.Said.Speaker!))
        {
            if (speakers.TryAdd(group.Key, next))
            {
                Add("speakers", new InsightItem([.. group.Select(line => new InsightInstance(line.Said.Span))]) { Own = json => json.WriteString("name", text.Whole(group.Key)) });
                next++;
            }
        }

        foreach (var (said, language) in lines)
        {
            var speaker = said.Speaker is { } name ? speakers[name] : (long?)null;
            Add(InsightArray.Transcript, new InsightItem([new InsightInstance(said.Span)])
            {
                Own = json => InsightMembers.Line(json, text.Whole(said.Text), said.Confidence?.Value ?? 1, speaker, language),
            });
        }
    }

    /// <summary>Adds tags: what is written by itself one by one, else all of one kind and name as one item.</summary>
    public void AddTags(IEnumerable<Tag> tags)
    {
        var unknown = 0;
        foreach (var group in tags.GroupBy(tag => tag is { Kind: TagKinds.Text } or { Kind: TagKinds.Faces, Label: "face" } ? (tag.Kind, tag.Label, (TagId?)tag.Id) : (tag.Kind, tag.Label, null)))
        {
            List<Tag> same = [.. group];
            var (kind, label) = (group.Key.Kind, group.Key is { Kind: TagKinds.Faces, Label: "face" } ? string.Create(CultureInfo.InvariantCulture, $"Unknown #{++unknown}") : text.Whole(group.Key.Label));
            if (kind == TagKinds.Picture && label == "colour bars")
            {
                Add("framePatterns", Item(same, isSureAlone: true, "framePatterns", label));
            }
            else if (ArrayOf.TryGetValue(kind, out var array))
            {
                Add(array, Item(same, InsightMembers.IsSureBySpan(array), array, label));
            }
            else
            {
                Custom.TryAdd(kind, []);
                Custom[kind].Add(Item(same, isSureAlone: true, InsightArray.Custom, label));
            }
        }
    }

    private InsightItem Item(List<Tag> same, bool isSureAlone, string array, string label) => new([.. same.Select(tag => new InsightInstance(tag.Span, null, isSureAlone ? tag.Confidence.Value : null))])
    {
        Own = json => InsightMembers.Of(json, array, label, same.MaxBy(tag => tag.Confidence)!, video.Video),
    };

    private void Add(string array, InsightItem item)
    {
        if (!Arrays.TryGetValue(array, out var items))
        {
            Arrays.Add(array, items = []);
        }

        items.Add(item);
    }
}
