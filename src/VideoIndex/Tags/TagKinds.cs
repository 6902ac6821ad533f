namespace VideoIndex.Tags;

/// <summary>The kinds of tags that VideoIndex itself makes.</summary>
public static class TagKinds
{
    /// <summary>A chapter the container declares.</summary>
    public const string Chapter = "chapter";

    /// <summary>Words on the screen.</summary>
    public const string Text = "text";

    /// <summary>A brand whose logo is on screen.</summary>
    public const string Logo = "logo";

    /// <summary>A thing of a known class, followed through a shot: a car, a person.</summary>
    public const string Objects = "object";

    /// <summary>A face, followed through a shot; not whose it is.</summary>
    public const string Faces = "face";

    /// <summary>A colour that much of a shot is of.</summary>
    public const string Colour = "colour";

    /// <summary>How the camera moves in a shot: static, pan left, tilt up, zoom in, handheld.</summary>
    public const string Motion = "motion";

    /// <summary>What the whole picture is for a while: black, white, dark, bright, colour bars, freeze, still, letterbox, credits, slate.</summary>
    public const string Picture = "picture";

    /// <summary>The same pictures as elsewhere: a replay of an earlier stretch of the video.</summary>
    public const string Replay = "replay";

    /// <summary>Returns the field tags of a kind are searched in: its own, or that of all others.</summary>
    public static string FieldOf(string kind) => kind is Text or Logo or Objects or Faces or Colour or Motion ? kind : "tag";
}
