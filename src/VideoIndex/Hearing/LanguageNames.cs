namespace VideoIndex.Hearing;

/// <summary>Turns the languages people and services name in English into ISO 639-1 codes: <c>english</c> and <c>en</c> are both <c>en</c>.</summary>
public static class LanguageNames
{
    private static readonly Dictionary<string, string> Codes = Read(
        "af afrikaans,am amharic,ar arabic,as assamese,az azerbaijani,ba bashkir,be belarusian,bg bulgarian,bn bengali,bo tibetan,br breton,bs bosnian,"
        + "ca catalan,ca valencian,cs czech,cy welsh,da danish,de german,el greek,en english,es spanish,es castilian,et estonian,eu basque,fa persian,"
        + "fi finnish,fo faroese,fr french,gl galician,gu gujarati,ha hausa,haw hawaiian,he hebrew,hi hindi,hr croatian,ht haitian creole,ht haitian,"
        + "hu hungarian,hy armenian,id indonesian,is icelandic,it italian,ja japanese,jv javanese,ka georgian,kk kazakh,km khmer,kn kannada,ko korean,"
        + "la latin,lb luxembourgish,lb letzeburgesch,ln lingala,lo lao,lt lithuanian,lv latvian,mg malagasy,mi maori,mk macedonian,ml malayalam,"
        + "mn mongolian,mr marathi,ms malay,mt maltese,my myanmar,my burmese,ne nepali,nl dutch,nl flemish,nn nynorsk,no norwegian,oc occitan,pa punjabi,"
        + "pa panjabi,pl polish,ps pashto,ps pushto,pt portuguese,ro romanian,ro moldavian,ro moldovan,ru russian,sa sanskrit,sd sindhi,si sinhala,"
        + "si sinhalese,sk slovak,sl slovenian,sn shona,so somali,sq albanian,sr serbian,su sundanese,sv swedish,sw swahili,ta tamil,te telugu,tg tajik,"
        + "th thai,tk turkmen,tl tagalog,tr turkish,tt tatar,uk ukrainian,ur urdu,uz uzbek,vi vietnamese,yi yiddish,yo yoruba,yue cantonese,zh chinese,zh mandarin");

    /// <summary>Gets all names, in lower case.</summary>
    public static IReadOnlyCollection<string> All => Codes.Keys;

    /// <summary>Returns the code of what somebody calls a language: its name, or a code of two or three letters, which is returned as it is; null where that is none.</summary>
    public static string? CodeOf(string? named)
    {
        var name = named?.Trim().ToLowerInvariant() ?? "";
        if (Codes.TryGetValue(name, out var code))
        {
            return code;
        }

        var first = name.Split('-', '_')[0];
        return first == "jw" ? "jv" // what Whisper calls Javanese
            : first.Length is 2 or 3 && first.All(char.IsAsciiLetterLower) ? first : null;
    }

    private static Dictionary<string, string> Read(string rows) =>
        rows.Split(',').Select(row => row.Split(' ', 2)).ToDictionary(row => row[1], row => row[0]);
}
