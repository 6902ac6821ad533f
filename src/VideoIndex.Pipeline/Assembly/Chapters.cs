using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>The chapters a file declares, as tags.</summary>
internal static class Chapters
{
    /// <summary>Returns a tag for each chapter with a title, moved to the video's own timeline.</summary>
    public static List<Tag> Of(Video video, MediaTime zero)
    {
        var origin = new Origin("container", "chapters");
        return
        [
            .. from chapter in video.Probe!.Chapters
               where chapter.Title != ""
               let start = Later(new MediaTime(chapter.Span.Start.Seconds - zero.Seconds), default)
               let end = Later(new MediaTime(chapter.Span.End.Seconds - zero.Seconds), start)
               select new Tag(video.Id, new MediaSpan(start, end), "chapter", chapter.Title, new Confidence(1), origin),
        ];
    }

    private static MediaTime Later(MediaTime one, MediaTime other) => one > other ? one : other;
}
