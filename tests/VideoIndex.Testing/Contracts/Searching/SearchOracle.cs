using VideoIndex.Search;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching;

/// <summary>The answer to a question by going through everything, a page long: what every engine must agree with.</summary>
public static class SearchOracle
{
    /// <summary>Returns the moments as text, in no order: <c>say [10,12) What a goal</c>.</summary>
    public static IEnumerable<string> Search(IReadOnlyList<IndexedVideo> videos, Query query)
    {
        var groups = query.Terms.GroupBy(term => term.Field).ToList();
        var main = groups.FirstOrDefault(asked => asked.Key != "video") ?? groups[0];
        var moments =
            from video in videos
            let things = Things(video.Contents).ToList()
            let matches = groups.ToDictionary(asked => asked.Key ?? "", asked => things.Where(thing => Holds(thing, asked)).ToList())
            from thing in matches[main.Key ?? ""]
            where matches.All(asked =>
                asked.Key == (main.Key ?? "")
                || (asked.Key == "video" ? asked.Value.Count > 0 : asked.Value.Exists(other => other.Span.Overlaps(thing.Span))))
            select (thing.Field, thing.Span, video.Contents.Video, thing.Text);
        return Merged(moments.ToList()).Select(moment => Describe(moment.Field, moment.Span, moment.Video, moment.Text));
    }

    // A colour, a motion or a logo that goes on without a gap is one moment: two that touch are joined until none are left that do.
    private static List<(string Field, MediaSpan Span, Video Video, string Text)> Merged(List<(string Field, MediaSpan Span, Video Video, string Text)> moments)
    {
        var pair = (
            from one in moments.Index()
            from other in moments.Index()
            where one.Index < other.Index && one.Item.Field is "colour" or "motion" or "logo"
            where (one.Item.Field, one.Item.Video.Id, one.Item.Text) == (other.Item.Field, other.Item.Video.Id, other.Item.Text)
            where one.Item.Span.Start <= other.Item.Span.End && other.Item.Span.Start <= one.Item.Span.End
            select (one, other)).FirstOrDefault();
        if (pair == default)
        {
            return moments;
        }

        var (first, second) = (pair.one.Item.Span, pair.other.Item.Span);
        var joined = new MediaSpan(first.Start < second.Start ? first.Start : second.Start, first.End > second.End ? first.End : second.End);
        return Merged([.. moments.Where((_, at) => at != pair.one.Index && at != pair.other.Index), pair.one.Item with { Span = joined }]);
    }

    /// <summary>Spells a moment as the oracle does.</summary>
    public static string Describe(Moment moment) => Describe(moment.Kind, moment.Span, moment.Video, moment.Text);

    private static string Describe(string kind, MediaSpan span, Video video, string text) =>
        $"{kind} [{span.Start.Seconds},{span.End.Seconds}) {video.Path} {text}";

    private static IEnumerable<(string Field, MediaSpan Span, string Text)> Things(VideoContents contents) =>
    [
        ("video", contents.Video.Extent, Path.GetFileName(contents.Video.Path)),
        .. contents.Transcripts.SelectMany(transcript => transcript.Utterances)
            .Select(utterance => ("say", utterance.Span, utterance.Text)),
        .. contents.Tags.DistinctBy(tag => tag.Id)
            .Select(tag => (tag.Kind is "text" or "logo" or "object" or "face" or "colour" or "motion" ? tag.Kind : "tag", tag.Span, tag.Label)),
        .. contents.Scenes.Select(scene => ("scene", scene.Span, $"scene {scene.Number}")),
        .. contents.Shots.Select(shot => ("shot", shot.Shot.Span, $"shot {shot.Shot.Number}")),
    ];

    private static bool Holds((string Field, MediaSpan Span, string Text) thing, IGrouping<string?, QueryTerm> terms) =>
        (terms.Key is null ? thing.Field is "say" or "text" or "logo" or "object" or "tag" or "video" : thing.Field == terms.Key)
        && terms.All(term => Marking.Mark(thing.Text, term) is not null);
}
