namespace VideoIndex.Speech.Honesty.Phrases;

/// <content>Who made subtitles, and for whom, in the same order of languages.</content>
public static partial class KnownPhrases
{
    // How an utterance begins that says who made the subtitles.
    private const string Credits = """
        Subtitles by the
        Subtitled by
        Subtitles made by
        Captioning by
        Captions by
        Closed captioning provided by
        Transcription by ESO
        Translated by Releska
        Untertitel der
        Untertitel von
        Untertitel im Auftrag
        Untertitelung des
        Untertitelung im Auftrag
        Untertitelung aufgrund der Amara
        Untertitel: Stephanie Geiges
        Copyright WDR
        SWR 2020
        Sous-titres réalisés
        Sous-titres fait par
        Sous-titres par
        Sous-titrage Société Radio-Canada
        Sous-titrage ST'
        Sous-titrage FR
        Subtítulos realizados por
        Subtítulos por la comunidad
        Subtítulos creados por
        Subtitulado por la comunidad
        Sottotitoli creati dalla comunità
        Sottotitoli e revisione a cura di
        Sottotitoli a cura di
        Legendas pela comunidade
        Legenda Adriana Zanotto
        Transcrição e Legendas
        Ondertitels ingediend door
        Ondertiteld door de
        Ondertiteling door
        TV GELDERLAND
        Undertexter från
        Undertexter av
        Textning av
        Undertekster av
        Teksting av
        Tekstet av
        Danske tekster af
        Napisy stworzone przez
        Napisy wykonane przez
        Titulky vytvořil
        Titulky vytvorila
        Titulky: JohnyX
        A feliratokat készítette
        Subtitrarea de către
        Titlovi od strane
        Prijevod i titlovi
        Субтитры сделал
        Субтитры создавал
        Субтитры подогнал
        Субтитры добавил
        Редактор субтитров
        Корректор А
        Субтитрувальниця
        Altyazı M.K
        נתרגם על ידי
        Subtitle by
        Phụ đề được thực hiện bởi
        字幕by
        字幕由
        字幕提供
        字幕制作
        字幕製作
        字幕志愿者
        字幕志願者
        中文字幕
        자막 제공
        자막 by
        한글자막
        MBC 뉴스
        """;

    // Names that stand in such an utterance, wherever in it.
    private const string Makers = """
        Amara.org
        Amara org community
        CastingWords
        zeoranger
        www.mooji.org
        Svensktextning.nu
        DimaTorzok
        AUTHORWAVE
        نانسي قنقر
        请不吝点赞
        請不吝點贊
        明镜与点点
        明鏡與點點
        索兰娅
        """;
}
