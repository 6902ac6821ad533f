using VideoIndex.Media;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>Describes a file of sound alone.</summary>
internal static class SoundOnly
{
    /// <summary>Returns the video with all that its sound says of it.</summary>
    public static Video Describe(Video video, SoundReport sound)
    {
        var condition = Condition.Of(video.Probe!, sound);
        return video with
        {
            State = condition.State,
            Code = condition.Code,
            Sentence = condition.Sentence,
            Coverage = condition.Coverage,
            Extent = new MediaSpan(default, default(MediaTime) + sound.Length),
            Notes = [.. video.Notes, "The file holds no pictures: only its sound and its captions can be searched."],
        };
    }
}
