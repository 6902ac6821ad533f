using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Stages;
using VideoIndex.ScreenText;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>Makes tags of the words that were read on a video's screen, and sentences of what was not read.</summary>
internal static class ScreenWords
{
    /// <summary>Returns the tags, null where nobody read, and the sentences.</summary>
    /// <param name="video">The video.</param>
    /// <param name="frames">Where words stand.</param>
    /// <param name="evidence">When frames are shown.</param>
    /// <param name="read">What was read, segment by segment.</param>
    public static (IReadOnlyList<Tag>? Tags, IReadOnlyList<string> Notes) Of(
        VideoId video, StitchedFrames frames, FrameEvidence evidence, IReadOnlyList<TextRead> read)
    {
        string[] givenUp = read.Count < frames.Parts ? ["Not all words on the screen were read: the work on some of them was given up."] : [];
        var notes = read.Select(part => part.Missing).OfType<string>().Concat(read.SelectMany(part => part.Notes)).Concat(givenUp).Distinct().ToList();
        if (read.Select(part => part.Reader).OfType<Origin>().FirstOrDefault() is not { } reader)
        {
            return (read.Count == 0 || read.Any(part => part.Missing is not null) ? null : [], notes);
        }

        var readings = read.SelectMany(part => part.Readings).ToList();
        return (TextSpans.Of(new WatchedText(video, frames.Texts, readings, reader, timestamp => evidence.OnTimeline(timestamp), evidence.End)), notes);
    }
}
