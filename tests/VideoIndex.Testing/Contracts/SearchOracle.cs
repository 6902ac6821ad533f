using VideoIndex.Search;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts;

/// <summary>The answer to a question by going through everything, a page long: what every engine must agree with.</summary>
public static class SearchOracle
{
    /// <summary>Returns the moments as text, in no order: <c>say [10,12) What a goal</c>.</summary>
    public static IEnumerable<string> Search(IReadOnlyList<IndexedVideo> videos, Query query)
    {
        var groups = query.Terms.GroupBy(term => term.Field).ToList();
        var main = groups.FirstOrDefault(asked => asked.Key != "video") ?? groups[0];
        return
            from video in videos
            let things = Things(video.Contents).ToList()
            let matches = groups.ToDictionary(asked => asked.Key ?? "", asked => things.Where(thing => Holds(thing, asked)).ToList())
            from thing in matches[main.Key ?? ""]
            where matches.All(asked =>
                asked.Key == (main.Key ?? "")
                || (asked.Key == "video" ? asked.Value.Count > 0 : asked.Value.Exists(other => other.Span.Overlaps(thing.Span))))
            select Describe(thing.Field, thing.Span, video.Contents.Video, thing.Text);
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
            .Select(tag => (tag.Kind == "text" ? "text" : "tag", tag.Span, tag.Label)),
        .. contents.Shots.Select(shot => ("shot", shot.Shot.Span, $"shot {shot.Shot.Number}")),
    ];

    private static bool Holds((string Field, MediaSpan Span, string Text) thing, IGrouping<string?, QueryTerm> terms) =>
        (terms.Key is null ? thing.Field != "shot" : thing.Field == terms.Key)
        && terms.All(term => Marking.Mark(thing.Text, term) is not null);
}
