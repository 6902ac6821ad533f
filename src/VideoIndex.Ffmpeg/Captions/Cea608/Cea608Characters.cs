namespace VideoIndex.Ffmpeg.Captions.Cea608;

/// <summary>The character sets of CEA-608: the basic one, and the three sets reached by a two-byte code.</summary>
internal static class Cea608Characters
{
    // Where the basic set (0x20-0x7F) differs from ASCII.
    private const string BasicChanged = "*\\^_`{|}~\x7F";
    private const string BasicInstead = "áéíóúç÷Ññ█";

    // 0x30-0x3F after 0x11. The tenth is the transparent space.
    private const string Special = "®°½¿™¢£♪à èâêîôû";

    // 0x20-0x3F after 0x12: Spanish, miscellaneous, French.
    private const string SpanishFrench = "ÁÉÓÚÜü‘¡*'—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»";

    // 0x20-0x3F after 0x13: Portuguese, German, Danish.
    private const string PortugueseGerman = "ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤¦ÅåØø┌┐└┘";

    /// <summary>Returns the character of a byte from 0x20 to 0x7F.</summary>
    public static char Basic(int code)
    {
        var at = BasicChanged.IndexOf((char)code, StringComparison.Ordinal);
        return at < 0 ? (char)code : BasicInstead[at];
    }

    /// <summary>Returns the character of the second byte, from 0x30 to 0x3F, of a special character.</summary>
    public static char SpecialOf(int code) => Special[code - 0x30];

    /// <summary>Returns the character of an extended pair; the first byte is 0x12 or 0x13, the second from 0x20 to 0x3F.</summary>
    public static char Extended(int set, int code) => (set == 0x12 ? SpanishFrench : PortugueseGerman)[code - 0x20];
}
