using VideoIndex.Media;

namespace VideoIndex.Brands.Pictures;

/// <summary>Why a picture is not taken for a logo: one code and one sentence each. docs/brands.md lists them.</summary>
public static class PictureRefusal
{
    /// <summary>Gets every code and its sentence.</summary>
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>
    {
        ["empty-file"] = "The file is empty, or is not a file.",
        ["picture-file-too-large"] = "The file is larger than 50 MB.",
        ["picture-too-large"] = "The picture has a side of more than 8,192 pixels: make it smaller.",
        ["picture-too-small"] = "The picture, or what can be seen of it, has a side of less than 12 pixels: give a larger one.",
        ["picture-truncated"] = "The picture is not whole: its end is missing.",
        ["picture-unreadable"] = "The picture is damaged and cannot be read.",
        ["picture-is-svg"] = "An SVG is a drawing, not a picture: export it as PNG with transparency.",
        ["picture-is-document"] = "A PDF or PostScript file is a document, not a picture: export the logo as PNG with transparency.",
        ["picture-is-text"] = "The file is text, not a picture.",
        ["picture-is-video"] = "The file is a video: index it, and cut the logo out with --from.",
        ["picture-is-animated"] = "The picture is animated: save one of its frames as PNG.",
        ["picture-kind-not-read"] = "The file is no PNG, JPEG, WebP, BMP or GIF: export it as PNG with transparency.",
        ["picture-invisible"] = "The picture is transparent everywhere: there is nothing to see.",
        ["picture-of-one-colour"] = "The picture is of one colour: there is nothing to recognise.",
        ["picture-bomb"] = "Reading the picture was stopped: it took more memory or time than any picture may.",
        ["bad-box"] = "The box does not lie inside the picture.",
    };

    /// <summary>Returns the refusal of a code.</summary>
    public static MediaRefusedException Of(string code) => new(code, Sentences[code], quarantine: code == "picture-bomb");
}
