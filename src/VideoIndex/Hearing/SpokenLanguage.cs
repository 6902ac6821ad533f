using System.Collections.Frozen;

namespace VideoIndex.Hearing;

/// <summary>Languages by the codes containers, captions and models write: ISO 639-1 (<c>de</c>), ISO 639-2 (<c>deu</c>, <c>ger</c>), with a country (<c>de-CH</c>).</summary>
public static class SpokenLanguage
{
    private const string Codes =
        "af afr;am amh;ar ara;as asm;az aze;ba bak;be bel;bg bul;bn ben;bo bod tib;br bre;bs bos;ca cat;cs ces cze;cy cym wel;da dan;de deu ger;el ell gre;en eng;"
        + "es spa;et est;eu eus baq;fa fas per;fi fin;fo fao;fr fra fre;gl glg;gu guj;ha hau;he heb iw;hi hin;hr hrv;ht hat;hu hun;hy hye arm;id ind;is isl ice;it ita;ja jpn;"
        + "jv jav jw;ka kat geo;kk kaz;km khm;kn kan;ko kor;la lat;lb ltz;ln lin;lo lao;lt lit;lv lav;mg mlg;mi mri mao;mk mkd mac;ml mal;mn mon;mr mar;ms msa may;mt mlt;"
        + "my mya bur;ne nep;nl nld dut;nn nno;no nor nb nob;oc oci;pa pan;pl pol;ps pus;pt por;ro ron rum;ru rus;sa san;sd snd;si sin;sk slk slo;sl slv;sn sna;so som;"
        + "sq sqi alb;sr srp;su sun;sv swe;sw swa;ta tam;te tel;tg tgk;th tha;tk tuk;tl tgl fil;tr tur;tt tat;uk ukr;ur urd;uz uzb;vi vie;yi yid;yo yor;zh zho chi cmn";

    private static readonly FrozenDictionary<string, string> Known = Codes.Split(';').Select(line => line.Split(' '))
        .SelectMany(names => names.Select(name => KeyValuePair.Create(name, names[0]))).ToFrozenDictionary();

    /// <summary>Returns a language by the one code it is compared by, ISO 639-1 where there is one; null where none is stated (<c>und</c>).</summary>
    public static string? Of(string? code)
    {
        var name = code?.Trim().ToLowerInvariant().Split('-', '_')[0];
        return name is null or "" or "und" or "mul" or "mis" or "zxx" or "unknown" ? null : Known.GetValueOrDefault(name, name);
    }

    /// <summary>Returns all codes that say the same as one of them, ISO 639-1 first where there is one: <c>de</c>, <c>deu</c>, <c>ger</c>.</summary>
    public static IReadOnlyList<string> CodesOf(string code) => Of(code) is { } known ? [known, .. Known.Where(one => one.Value == known && one.Key != known).Select(one => one.Key).Order(StringComparer.Ordinal)] : [code];
}
