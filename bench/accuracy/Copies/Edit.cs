namespace VideoIndex.Accuracy.Copies;

/// <summary>One way to make a copy of a clip: FFmpeg's filters, and how its time and the clip's go together.</summary>
/// <param name="Name">The kind, as the table has it.</param>
/// <param name="Filters">The filters the pictures pass.</param>
/// <param name="Encoding">How it is encoded.</param>
/// <param name="From">Where in the excerpt it begins, in parts of its length.</param>
/// <param name="Until">Where in the excerpt it ends, in parts of its length.</param>
/// <param name="Speed">How much faster it plays.</param>
/// <param name="Inside">Whether it lies in the middle of other footage.</param>
/// <param name="IsBeyond">Whether it is more than what is promised, and measured to show where the limit is.</param>
internal sealed record Edit(
    string Name, string Filters, string Encoding = Edit.Good, double From = 0, double Until = 1, double Speed = 1, bool Inside = false, bool IsBeyond = false)
{
    public const string Good = "-c:v libx264 -preset veryfast -crf 23";

    private const string Poor = "-c:v libx264 -preset veryfast -crf 38", Font = "fontfile=/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf";

    /// <summary>Gets all kinds.</summary>
    public static IReadOnlyList<Edit> All { get; } =
    [
        new("encoded again, H.264 crf 38", "null", Poor),
        new("encoded again, MPEG-2", "null", "-c:v mpeg2video -q:v 12"),
        new("resized to 256 x 144", "scale=256:144"),
        new("squeezed to 4:3", "scale=480:360,setsar=1"),
        new("trimmed at both ends", "null", From: 0.2, Until: 0.85),
        new("inside other footage", "null", Inside: true),
        new("mirrored", "hflip"),
        new("cropped by 10 %, middle", "crop=iw*0.9:ih*0.9"),
        new("cropped by 6 %, a corner", "crop=iw*0.94:ih*0.94:iw*0.06:0"),
        new("cropped by 12 %, a corner", "crop=iw*0.88:ih*0.88:iw*0.12:0", IsBeyond: true),
        new("letterboxed", "pad=iw:ih*4/3:0:(oh-ih)/2"),
        new("pillarboxed", "pad=iw*4/3:ih:(ow-iw)/2:0"),
        new("in a gray frame of 10 %", "pad=iw*1.25:ih*1.25:(ow-iw)/2:(oh-ih)/2:gray"),
        new("15 frames a second", "fps=15"),
        new("faster by 4 %", "setpts=PTS/1.0417", Speed: 25.0 / 24),
        new("slower by 5 %", "setpts=PTS/0.95", Speed: 0.95),
        new("subtitles", $"drawtext={Font}:text='These words were not there before':fontsize=h/14:fontcolor=white:borderw=2:x=(w-tw)/2:y=h*0.86"),
        new("a logo in the corner", "drawbox=x=iw*0.84:y=ih*0.05:w=iw*0.12:h=ih*0.12:color=white:t=fill"),
        new("noise", "noise=alls=25:allf=t"),
        new("blurred", "gblur=sigma=6"),
        new("black and white", "hue=s=0"),
        new("brightness and contrast", "eq=brightness=0.1:contrast=0.75"),
        new("gamma 1.6", "eq=gamma=1.6"),
        new("hue turned, saturation up", "hue=h=60:s=1.5"),
        new("all at once", "crop=iw*0.94:ih*0.94,scale=320:180,eq=brightness=-0.05:contrast=1.2:gamma=0.85,noise=alls=10:allf=t", Poor, From: 0.15, Until: 0.9, Speed: 1.02),
    ];

    /// <summary>Returns the name of a file for it.</summary>
    public string FileName => string.Concat(Name.Where(char.IsAsciiLetterOrDigit));
}
