namespace VideoIndex.Speech.Honesty.Phrases;

/// <content>Thanks and farewells, a language after another: English, German, French, Spanish, Italian, Portuguese, Dutch and so on.</content>
public static partial class KnownPhrases
{
    // The whole of an utterance: thanks and farewells of people who make videos.
    private const string Farewells = """
        Thank you
        Thank you very much
        Thank you so much
        Thank you all
        Thanks
        Thanks for watching
        Thank you for watching
        Thank you so much for watching
        Thanks for watching guys
        Thanks for listening
        Thank you for listening
        Thank you for your attention
        Thanks for watching and I'll see you in the next video
        Thanks for watching and don't forget to like and subscribe
        Please like and subscribe
        Please subscribe
        Please subscribe to my channel
        Like and subscribe
        Don't forget to subscribe
        Subscribe
        I'll see you next time
        See you next time
        See you in the next video
        I'll see you in the next one
        See you in the next one
        We'll be right back
        Bye
        Bye bye
        Goodbye
        Good night
        The end
        You
        So
        Oh
        Okay
        Hmm
        Vielen Dank
        Vielen Dank fürs Zuschauen
        Vielen Dank für Ihre Aufmerksamkeit
        Danke
        Danke fürs Zuschauen
        Danke schön
        Bis zum nächsten Mal
        Tschüss
        Das war's für heute
        Merci
        Merci beaucoup
        Merci d'avoir regardé
        Merci d'avoir regardé cette vidéo
        Merci d'avoir regardé la vidéo
        N'oubliez pas de vous abonner
        Abonnez-vous
        À bientôt
        Au revoir
        À la prochaine
        Gracias
        Muchas gracias
        Gracias por ver el video
        Gracias por ver
        Suscríbete
        Suscríbete al canal
        Hasta la próxima
        Adiós
        Grazie
        Grazie a tutti
        Grazie per la visione
        Grazie per aver guardato il video
        Iscrivetevi al canale
        Alla prossima
        Ciao
        Obrigado
        Obrigado por assistir
        Muito obrigado
        Obrigada
        Inscreva-se no canal
        Tchau
        Até a próxima
        Bedankt voor het kijken
        Dank u wel
        Bedankt
        Tot de volgende keer
        Tack
        Tack för att ni tittade
        Tack för att du tittade
        Takk for at du så på
        Tak fordi du så med
        Tak
        Kiitos
        Kiitos kun katsoit
        Dziękuję
        Dziękuję za uwagę
        Dziękuję za oglądanie
        Dziękuję za obejrzenie
        Do zobaczenia
        Děkuji
        Děkuji za pozornost
        Děkuji za sledování
        Ďakujem za pozornosť
        Köszönöm
        Köszönöm a figyelmet
        Köszönöm, hogy megnézted
        Mulțumesc
        Mulțumesc pentru vizionare
        Hvala
        Hvala na gledanju
        Hvala što pratite
        Благодаря
        Спасибо
        Спасибо за просмотр
        Спасибо за внимание
        Продолжение следует
        До свидания
        До новых встреч
        Подписывайтесь на канал
        Дякую
        Дякую за перегляд
        Ευχαριστώ
        Ευχαριστώ πολύ
        Teşekkürler
        Teşekkür ederim
        İzlediğiniz için teşekkürler
        İzlediğiniz için teşekkür ederim
        Abone olmayı unutmayın
        شكرا
        شكرا للمشاهدة
        شكرا لكم
        اشتركوا في القناة
        תודה
        תודה רבה
        תודה שצפיתם
        धन्यवाद
        Terima kasih
        Terima kasih telah menonton
        Terima kasih sudah menonton
        Cảm ơn các bạn đã theo dõi
        Hẹn gặp lại các bạn trong những video tiếp theo
        Hãy đăng ký kênh
        ขอบคุณครับ
        ขอบคุณที่รับชม
        ご視聴ありがとうございました
        ご清聴ありがとうございました
        ご覧いただきありがとうございます
        最後までご視聴いただきありがとうございます
        最後までご視聴いただきありがとうございました
        ありがとうございました
        ありがとうございます
        ありがとう
        チャンネル登録お願いします
        チャンネル登録よろしくお願いします
        高評価とチャンネル登録お願いします
        おやすみなさい
        次回の動画でお会いしましょう
        시청해주셔서 감사합니다
        시청해 주셔서 고맙습니다
        감사합니다
        고맙습니다
        구독과 좋아요 부탁드립니다
        다음 영상에서 만나요
        谢谢
        謝謝
        谢谢大家
        謝謝大家
        谢谢观看
        謝謝觀看
        感谢观看
        感謝觀看
        谢谢收看
        謝謝收看
        多謝您收睇時局新聞再會
        下次再见
        下期再见
        再见
        字幕
        """;
}
