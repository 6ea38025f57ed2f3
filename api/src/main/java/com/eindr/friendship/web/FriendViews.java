package com.eindr.friendship.web;

import com.eindr.friendship.BlockView;
import com.eindr.friendship.ConsentView;
import com.eindr.friendship.FriendView;
import com.eindr.friendship.ProposalView;
import com.eindr.friendship.RequestView;
import com.eindr.friendship.SuggestionView;
import com.eindr.shared.web.WebView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares how the views of friendships look in JSON. */
@Configuration(proxyBeanMethods = false)
class FriendViews {

    @Bean
    WebView<FriendView, FriendBodies.Friend> friendBody() {
        return new WebView<>(FriendView.class, FriendBodies.Friend.class, FriendBodies.Friend::of);
    }

    @Bean
    WebView<RequestView, FriendBodies.Request> friendRequestBody() {
        return new WebView<>(RequestView.class, FriendBodies.Request.class, FriendBodies.Request::of);
    }

    @Bean
    WebView<BlockView, FriendBodies.Block> blockBody() {
        return new WebView<>(BlockView.class, FriendBodies.Block.class, FriendBodies.Block::of);
    }

    @Bean
    WebView<ConsentView, FriendBodies.Consent> consentBody() {
        return new WebView<>(ConsentView.class, FriendBodies.Consent.class, FriendBodies.Consent::of);
    }

    @Bean
    WebView<ProposalView, ProposalBody> proposalBody() {
        return new WebView<>(ProposalView.class, ProposalBody.class, ProposalBody::of);
    }

    @Bean
    WebView<SuggestionView, SuggestionBody> suggestionBody() {
        return new WebView<>(SuggestionView.class, SuggestionBody.class, SuggestionBody::of);
    }
}
