using VideoIndex.Brands;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Brands;

/// <summary>What the row of a logo's example holds of its picture.</summary>
internal static class ExampleValues
{
    /// <summary>Returns the values by the names of their parameters.</summary>
    public static (string Name, object? Value)[] Of(ExamplePicture picture)
    {
        var frame = picture.Source as ExampleSource.VideoFrame;
        return
        [
            ("$picture", picture.Place),
            ("$sha256", picture.Sha256),
            ("$width", picture.Width),
            ("$height", picture.Height),
            ("$region", picture.Region.Text()),
            ("$file", (picture.Source as ExampleSource.PictureFile)?.Name),
            ("$video", frame?.Video.ToString()),
            ("$time", frame?.Time.Text()),
            ("$box", frame?.Box.Text()),
        ];
    }
}
