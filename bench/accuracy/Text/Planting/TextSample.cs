namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>A clip that was drawn and encoded, and what its words are.</summary>
internal sealed record TextSample(TextClip Clip, TextComposer Truth, string File)
{
    /// <summary>Draws and encodes a clip. One that is already in the folder is not encoded again.</summary>
    public static TextSample Make(TextPart part, int seed, string folder)
    {
        var clip = new TextPlanner(part, seed).Plan();
        var composer = new TextComposer(clip, part.FirstSeed + seed);
        var file = Path.Combine(folder, clip.Name + ".mkv");
        if (!System.IO.File.Exists(file))
        {
            Encode(clip, composer, file);
        }

        return new TextSample(clip, composer, file);
    }

    private static void Encode(TextClip clip, TextComposer composer, string file)
    {
        using var ffmpeg = Ffmpeg.Start(
            [
                "-f", "rawvideo", "-pix_fmt", "gray", "-s", $"{TextClip.Width}x{TextClip.Height}", "-r", $"{TextClip.Rate}", "-i", "-",
                "-vf", "scale=out_range=tv,format=yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-crf", $"{clip.Quality}", "-threads", "1", file + ".part.mkv",
            ],
            input: true);
        var to = ffmpeg.StandardInput.BaseStream;
        composer.Draw(frame => to.Write(frame));
        to.Close();
        Ffmpeg.Finish(ffmpeg);
        System.IO.File.Move(file + ".part.mkv", file, overwrite: true);
    }
}
