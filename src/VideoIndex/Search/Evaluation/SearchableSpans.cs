using VideoIndex.Scenes;
using VideoIndex.Search.Language;
using VideoIndex.Shots.Transitions;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Search.Evaluation;

/// <summary>Everything in a video that can be found.</summary>
public static class SearchableSpans
{
    private static readonly Confidence Certain = new(1);
    private static readonly Origin Transitions = new("model", "transitions", TransitionFinder.Version);
    private static readonly Origin SceneLinks = new("model", "scenes", SceneFinder.Version);
    private static readonly Origin FirstLook = new("model", "survey", "1"); // the shots of a video that is not finished

    /// <summary>
    /// Returns the things of a video: first the video itself, number 0, then what is said and not dropped, the joints of utterances, tags (what is claimed twice
    /// is there once), scenes and shots, numbered from 1 in order of start, then end.
    /// </summary>
    public static IReadOnlyList<SearchableSpan> Of(VideoContents contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var found = contents.Transcripts.SelectMany(Said)
            .Concat(contents.Tags.DistinctBy(tag => tag.Id).Select(Claimed))
            .Concat(contents.Scenes.Select(scene => Part("scene", scene.Number, scene.Span, contents.Video)))
            .Concat(contents.Shots.Select(shot => Part("shot", shot.Shot.Number, shot.Shot.Span, contents.Video)))
            .OrderBy(thing => thing.Span.Start).ThenBy(thing => thing.Span.End)
            .Select((thing, at) => thing with { Number = at + 1 });
        return [Whole(contents.Video), .. found];
    }

    /// <summary>Returns the video itself, as the thing that its name, its folder and what its container says are found by: number 0.</summary>
    public static SearchableSpan Whole(Video video)
    {
        var properties = VideoProperty.Of(video).ToList();
        return new SearchableSpan(0, "video", video.Extent, [.. properties.Where(one => !one.IsFolder).Select(one => one.Text)], Certain, properties[0].Origin)
        {
            Folder = properties.Find(one => one.IsFolder)?.Text,
        };
    }

    /// <summary>Returns a shot or a scene as something that can be found, under its own number.</summary>
    /// <param name="field"><c>shot</c> or <c>scene</c>.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="span">When it is on screen.</param>
    /// <param name="video">The video it is of.</param>
    public static SearchableSpan Part(string field, int number, MediaSpan span, Video video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var author = video.State == VideoState.Accepted ? FirstLook : field == "scene" ? SceneLinks : Transitions;
        return new SearchableSpan(number, field, span, [$"{field} {number}"], Certain, author);
    }

    /// <summary>Returns the words on both sides of the border of two utterances that follow each other: rejected where one of the two is, verified where both are.</summary>
    /// <param name="before">The one.</param>
    /// <param name="after">The other.</param>
    public static SearchableSpan Across(SearchableSpan before, SearchableSpan after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var joint = new UtteranceJoint(0, 1, [.. before.Words.TakeLast(UtteranceJoints.MostWords)], [.. after.Words.Take(UtteranceJoints.MostWords)]);
        return Joined(joint.Text, before, after) with { Status = ReviewStatus.OfBoth(before.Status, after.Status) };
    }

    private static IEnumerable<SearchableSpan> Said(Transcript transcript)
    {
        var said = transcript.Utterances.Select(utterance => Said(utterance, transcript)).ToList();
        return said.Where((_, at) => transcript.Utterances[at].Dropped is null)
            .Concat(UtteranceJoints.Of(transcript).Select(joint => Joined(joint.Text, said[joint.First], said[joint.Second])));
    }

    private static SearchableSpan Said(Utterance utterance, Transcript transcript) =>
        new(0, "say", utterance.Span, [utterance.Text], utterance.Confidence ?? Certain, transcript.Origin)
        {
            Language = utterance.Language ?? transcript.Language,
            Speaker = utterance.Speaker,
            Track = transcript.Track,
            Words = utterance.Words,
        };

    private static SearchableSpan Joined(string text, SearchableSpan before, SearchableSpan after) => before with
    {
        Span = new MediaSpan(before.Span.Start, after.Span.End > before.Span.End ? after.Span.End : before.Span.End),
        Texts = [text],
        Confidence = before.Confidence < after.Confidence ? before.Confidence : after.Confidence,
        Speaker = before.Speaker == after.Speaker ? before.Speaker : null,
        Words = [],
        Joint = (before, after),
    };

    private static SearchableSpan Claimed(Tag tag) => new(0, TagKinds.FieldOf(tag.Kind), tag.Span, [tag.Label], tag.Confidence, tag.Origin)
    {
        Kind = tag.Kind,
        Language = tag.Language,
        Box = tag.Box,
        Path = tag.Path,
        How = tag.How,
    };
}
