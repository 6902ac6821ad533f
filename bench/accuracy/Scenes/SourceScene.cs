using System.Diagnostics;
using System.Globalization;

namespace VideoIndex.Accuracy.Scenes;

/// <summary>One of FFmpeg's own generated pictures, read as it is made. 25 pictures a second.</summary>
internal sealed class SourceScene : IScene, IDisposable
{
    private readonly Process _ffmpeg;
    private readonly byte[] _picture = new byte[Picture.Width * Picture.Height];
    private int _read;

    public SourceScene(string source, int startAt)
    {
        _ffmpeg = Ffmpeg.Start(
            ["-v", "fatal", "-f", "lavfi", "-i", source, "-ss", startAt.ToString(CultureInfo.InvariantCulture), "-vf", "format=gray", "-f", "rawvideo", "-"],
            input: false);
    }

    public void Draw(Picture to, double seconds)
    {
        while (_read <= seconds * 25)
        {
            _ffmpeg.StandardOutput.BaseStream.ReadExactly(_picture);
            _read++;
        }

        _picture.CopyTo(to.Luma, 0);
    }

    public IScene Reframed(Random random) => TalkingHead.Any(random);

    public void Dispose()
    {
        if (!_ffmpeg.HasExited)
        {
            _ffmpeg.Kill(entireProcessTree: true);
        }

        _ffmpeg.Dispose();
    }
}
